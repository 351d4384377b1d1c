using System.Globalization;
using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>Thumbnails in rows and columns: each stands for a stretch of the movie and is the picture in its middle.</summary>
internal sealed class ContactSheet
{
    private const int Margin = 28, Gap = 14, Caption = 26, Header = 64, MostPixels = 30_000;

    private readonly VideoFileClip _clip;
    private readonly SheetRequest _request;
    private readonly int _thumbWidth, _thumbHeight, _top;
    private readonly double[] _times;

    /// <exception cref="RequestException">It would be too high.</exception>
    public ContactSheet(VideoFileClip clip, SheetRequest request)
    {
        (_clip, _request) = (clip, request);
        _thumbWidth = Math.Max(8, (request.Width - 2 * Margin - (request.Columns - 1) * Gap) / request.Columns);
        _thumbHeight = Math.Max(1, (int)Math.Round((double)_thumbWidth * clip.Height / clip.Width));
        _top = request.Title == "" ? Margin : Margin + Header;
        long count = Math.Min((long)request.Rows * request.Columns, clip.FrameCount);
        _times = [.. Enumerable.Range(0, (int)count).Select(i => (i + 0.5) * clip.Duration / count)];
        if (Height > MostPixels)
            throw new RequestException($"The sheet would be {Height} pixels high; take more columns or fewer rows.");
    }

    private int Rows => (_times.Length + _request.Columns - 1) / _request.Columns;

    private long Height => _top + (long)Rows * (_thumbHeight + Caption) + (Rows - 1) * (Gap - 4) + Margin - 8;

    /// <summary>Draws it; dispose it.</summary>
    public Frame Render(IProgress<double> progress, CancellationToken cancel)
    {
        Frame sheet = Frame.Rent(_request.Width, (int)Height);
        try
        {
            sheet.Fill(_request.Theme.Background);
            using Canvas canvas = new(sheet);
            if (_top > Margin)
                DrawHeader(canvas);
            using Frame picture = Frame.Rent(_clip.Width, _clip.Height), thumb = Frame.Rent(_thumbWidth, _thumbHeight);
            for (int i = 0; i < _times.Length; i++)
            {
                cancel.ThrowIfCancellationRequested();
                _clip.Render(_times[i], picture);
                picture.ResizeTo(thumb, ResamplingFilter.Area);
                Draw(canvas, thumb, i);
                progress.Report((i + 1.0) / _times.Length);
            }

            return sheet;
        }
        catch
        {
            sheet.Dispose();
            throw;
        }
    }

    private void Draw(Canvas canvas, Frame thumb, int i)
    {
        int x = Margin + i % _request.Columns * (_thumbWidth + Gap);
        int y = _top + i / _request.Columns * (_thumbHeight + Caption + Gap - 4);
        Box box = new(x, y, _thumbWidth, _thumbHeight);
        if (!_clip.IsOpaque)
            DrawChecks(canvas, box);
        canvas.DrawPicture(thumb, box);
        var edge = new Stroke(_request.Theme.BarLine, 1);
        canvas.StrokeRectangle(new Box(x - 0.5, y - 0.5, _thumbWidth + 1, _thumbHeight + 1), edge);
        TextStyle style = _request.Theme.Letters with
        {
            Size = 13,
            Color = _request.Theme.Quiet,
            Alignment = TextAlignment.Center,
            Position = TextPosition.Middle,
        };
        string time = Clock(_clip.TimeOf(_clip.FrameNumberAt(_times[i])), _clip.Duration);
        canvas.DrawText(time, (x + _thumbWidth / 2.0, y + _thumbHeight + Caption / 2.0), style);
    }

    // What is transparent shows a chequered ground, as in picture editors.
    private void DrawChecks(Canvas canvas, Box box)
    {
        const int Side = 8;
        canvas.FillRectangle(box, _request.Theme.Band);
        for (int row = 0; row * Side < box.Height; row++)
        {
            for (int column = row % 2; column * Side < box.Width; column += 2)
            {
                double width = Math.Min(Side, box.Width - column * Side), height = Math.Min(Side, box.Height - row * Side);
                canvas.FillRectangle(new Box(box.X + column * Side, box.Y + row * Side, width, height), _request.Theme.BarLine);
            }
        }
    }

    private void DrawHeader(Canvas canvas)
    {
        TextStyle title = _request.Theme.Letters with
        {
            Size = 25,
            Weight = 700,
            Width = _request.Width - 2 * Margin,
            Ellipsis = true,
            Position = TextPosition.Baseline,
        };
        string name = (_request.Title ?? Path.GetFileName(_clip.Info.Path)).ReplaceLineEndings(" ");
        canvas.DrawText(name, (Margin, Margin + 18), title);
        TextStyle facts = title with { Size = 14, Weight = 400, Color = _request.Theme.Quiet };
        canvas.DrawText(MediaFacts.Line(_clip.Info), (Margin, Margin + 42), facts);
    }

    // Tenths where two thumbnails may lie within a second.
    private static string Clock(double seconds, double duration)
    {
        long tenths = (long)Math.Round(seconds * 10), whole = tenths / 10, minutes = whole / 60, hours = minutes / 60;
        string fraction = duration < 120 ? string.Create(CultureInfo.InvariantCulture, $".{tenths % 10}") : "";
        return hours > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{hours}:{minutes % 60:00}:{whole % 60:00}{fraction}")
            : string.Create(CultureInfo.InvariantCulture, $"{minutes}:{whole % 60:00}{fraction}");
    }
}
