using Cymatic.Imaging;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>The pictures of a source that has none: its name, its waveform, and where in it we are.</summary>
internal sealed class SoundCard : PictureSource, IDisposable
{
    private static readonly Color Ground = new(0.08, 0.09, 0.11), Wave = new(0.35, 0.62, 0.78), Head = new(1, 0.75, 0.25);

    private readonly FrameRate _rate;
    private readonly double _duration;
    private readonly Frame _card;

    /// <param name="name">Of the source.</param>
    /// <param name="sound">All of it.</param>
    /// <param name="size">Of the movie.</param>
    /// <param name="rate">Of the movie.</param>
    public SoundCard(string name, AudioClip sound, (int Width, int Height) size, FrameRate rate)
    {
        (_rate, _duration) = (rate, sound.Duration);
        _card = Frame.Rent(size.Width, size.Height);
        _card.Fill(Ground);
        using Canvas canvas = new(_card);
        double text = Math.Max(10, size.Height / 14.0);
        var style = new TextStyle
        {
            Size = text,
            Color = Color.White,
            Alignment = TextAlignment.Center,
            Position = TextPosition.Middle,
            Width = size.Width * 0.9,
            Ellipsis = true,
        };
        canvas.DrawText(name.ReplaceLineEndings(" "), (size.Width / 2.0, size.Height * 0.16), style);
        DrawWave(canvas, sound);
    }

    /// <inheritdoc/>
    public override long NumberAt(double time) => Math.Clamp(_rate.FrameAt(time), 0, Math.Max(0, _rate.FramesIn(_duration) - 1));

    /// <inheritdoc/>
    public override double TimeOf(long number) => _rate.TimeOf(number);

    /// <inheritdoc/>
    public override int AddTo(FrameReel reel, long number)
    {
        using Frame picture = Frame.Rent(_card.Width, _card.Height);
        _card.CopyTo(picture);
        using (Canvas canvas = new(picture))
        {
            double x = Left + Math.Clamp(_rate.TimeOf(number) / _duration, 0, 1) * Span;
            double width = Math.Max(2, picture.Width / 200.0);
            canvas.FillRectangle(new Box(x - width / 2, Middle - Reach, width, 2 * Reach), Head);
        }

        return reel.Add(picture);
    }

    /// <inheritdoc/>
    public void Dispose() => _card.Dispose();

    private double Left => _card.Width * 0.06;

    private double Span => _card.Width * 0.88;

    private double Middle => _card.Height * 0.58;

    private double Reach => _card.Height * 0.3;

    private void DrawWave(Canvas canvas, AudioClip sound)
    {
        int columns = (int)Span;
        var peaks = new float[columns];
        var block = new float[1 << 14];
        int frames = block.Length / sound.Channels;
        for (long at = 0; at < sound.Length; at += frames)
        {
            Span<float> part = block.AsSpan(0, (int)Math.Min(frames, sound.Length - at) * sound.Channels);
            sound.Render(at, part);
            for (int i = 0; i < part.Length; i++)
            {
                int column = (int)Math.Min(columns - 1, (at + i / sound.Channels) * columns / sound.Length);
                peaks[column] = Math.Max(peaks[column], Math.Abs(part[i]));
            }
        }

        float peak = Math.Max(peaks.Max(), 1e-6f);
        for (int x = 0; x < columns; x++)
        {
            double half = Math.Max(0.5, Reach * peaks[x] / peak);
            canvas.FillRectangle(new Box(Left + x, Middle - half, 1, 2 * half), Wave);
        }
    }
}
