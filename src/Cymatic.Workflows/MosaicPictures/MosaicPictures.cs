using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>
/// The pictures of a mosaic: every source is gone through once, in its own order, its needed pictures are kept on a reel, and the movie
/// plays the reel in the target's order.
/// </summary>
internal sealed class MosaicPictures : IDisposable
{
    private readonly FrameReel _reel;
    private readonly int[][] _parts;
    private readonly double[] _amounts;
    private readonly FrameRate _rate;
    private readonly bool _isTiled;

    private MosaicPictures(FrameReel reel, int[][] parts, double[] amounts, (FrameRate Rate, bool IsTiled) way) =>
        (_reel, _parts, _amounts, (_rate, _isTiled)) = (reel, parts, amounts, way);

    /// <summary>By how much the picture's beginning lies before what sounds then, in seconds: the mean and the largest.</summary>
    public (double Mean, double Largest) SyncError { get; private init; }

    /// <summary>Decodes all that is seen.</summary>
    /// <param name="schedule">What is seen.</param>
    /// <param name="sources">The pictures of each source of the plan; null for a source that is not seen.</param>
    /// <param name="size">Of the movie.</param>
    /// <param name="isTiled">Whether pictures of one frame stand side by side; else they are mixed.</param>
    /// <param name="job">Progress and cancellation.</param>
    public static MosaicPictures Decode(
        PictureSchedule schedule, IReadOnlyList<PictureSource?> sources, (int Width, int Height) size, bool isTiled, WorkflowJob job)
    {
        var frames = new (int Source, long Number)[schedule.Count][];
        var amounts = new double[schedule.Count];
        double sum = 0, largest = 0;
        int shown = 0, n = 0;
        foreach (ShownFrameParts parts in schedule.Frames())
        {
            frames[n] = [.. parts.Moments.Select(moment => (moment.Source, sources[moment.Source]!.NumberAt(moment.Time)))];
            amounts[n] = parts.Amount;
            if (parts.Moments.Length > 0)
            {
                ShownMoment main = parts.Moments[0];
                double begins = main.Time - schedule.Rate.TimeOf(1) / 2;
                double error = Math.Abs(begins - sources[main.Source]!.TimeOf(frames[n][0].Number));
                (sum, largest, shown) = (sum + error, Math.Max(largest, error), shown + 1);
            }

            n++;
        }

        (int Source, long Number)[] needed = [.. frames.SelectMany(parts => parts).Distinct().Order()];
        var reel = new FrameReel(size.Width, size.Height, needed.Length + 1);
        try
        {
            Dictionary<(int, long), int> places = Fill(reel, needed, sources, job);
            int[][] order = [.. frames.Select(parts => parts.Length == 0 ? [0] : parts.Select(part => places[part]).ToArray())];
            return new MosaicPictures(reel, order, amounts, (schedule.Rate, isTiled)) { SyncError = (sum / Math.Max(1, shown), largest) };
        }
        catch
        {
            reel.Dispose();
            throw;
        }
    }

    /// <summary>The movie's pictures.</summary>
    public VideoClip Clip() =>
        _parts.All(parts => parts.Length == 1)
            ? _reel.Play(_rate, [.. _parts.Select(parts => parts[0])])
            : VideoClip.From(_reel.Width, _reel.Height, _rate.TimeOf(_parts.Length), Render);

    /// <inheritdoc/>
    public void Dispose() => _reel.Dispose();

    // Picture 0 is black.
    private static Dictionary<(int, long), int> Fill(
        FrameReel reel, (int Source, long Number)[] needed, IReadOnlyList<PictureSource?> sources, WorkflowJob job)
    {
        using (Frame black = Frame.Rent(reel.Width, reel.Height))
        {
            black.Fill(Color.Black);
            reel.Add(black);
        }

        Dictionary<(int, long), int> places = [];
        foreach ((int Source, long Number) picture in needed)
        {
            job.Cancel.ThrowIfCancellationRequested();
            places[picture] = sources[picture.Source]!.AddTo(reel, picture.Number);
            job.Report((double)places.Count / needed.Length);
        }

        return places;
    }

    private void Render(double t, Frame target)
    {
        int n = (int)Math.Clamp(_rate.FrameAt(t), 0, _parts.Length - 1);
        int[] parts = _parts[n];
        if (_isTiled && parts.Length > 1)
        {
            Tile(parts, target);
            return;
        }

        _reel.Read(parts[0], target);
        if (parts.Length == 1)
            return;
        using Frame other = Frame.Rent(target.Width, target.Height);
        _reel.Read(parts[1], other);
        other.BlendOnto(target, opacity: _amounts[n]);
    }

    // In rows from the left; the last row in the middle.
    private void Tile(int[] parts, Frame target)
    {
        int columns = (int)Math.Ceiling(Math.Sqrt(parts.Length)), rows = (parts.Length + columns - 1) / columns;
        int width = target.Width / columns, height = target.Height / columns, top = (target.Height - rows * height) / 2;
        target.Fill(Color.Black);
        using Frame whole = Frame.Rent(target.Width, target.Height), tile = Frame.Rent(width, height);
        for (int i = 0; i < parts.Length; i++)
        {
            int row = i / columns, inRow = Math.Min(columns, parts.Length - row * columns);
            _reel.Read(parts[i], whole);
            whole.ResizeTo(tile, ResamplingFilter.Area);
            int left = (target.Width - inRow * width) / 2;
            tile.CopyTo(new PixelRectangle(0, 0, width, height), target, (left + i % columns * width, top + row * height));
        }
    }
}
