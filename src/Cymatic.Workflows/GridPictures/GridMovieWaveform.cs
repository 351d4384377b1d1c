using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>The waveform of a movie, one column for each pixel; what has been played is brighter.</summary>
internal sealed class GridMovieWaveform
{
    private readonly GridMovieLayout _layout;
    private readonly (short Top, short Bottom)[] _columns;
    private readonly uint _played;
    private readonly uint _coming;

    internal GridMovieWaveform(WaveformEnvelope envelope, GridTheme theme, GridMovieLayout layout)
    {
        _layout = layout;
        (_played, _coming) = (theme.Quiet.ToPremultipliedArgb(), theme.Background.Mix(theme.Waveform, 0.75).ToPremultipliedArgb());
        int half = layout.Waveform.Height / 2;
        _columns = [.. envelope.High.Zip(envelope.Low, (high, low) => (Rounded(half - high * half), Rounded(half + 1 - low * half)))];
    }

    /// <summary>The whole strip in the colour of what has not been played.</summary>
    internal void DrawComing(Frame target, int viewStart) => Draw(target, viewStart, _layout.Waveform.Width, _coming);

    /// <summary>What has been played, up to a column of the view.</summary>
    internal void DrawPlayed(Frame target, int viewStart, int head) =>
        Draw(target, viewStart, Math.Min(head, _layout.Waveform.Width), _played);

    private static short Rounded(float y) => (short)MathF.Round(y);

    private void Draw(Frame target, int viewStart, int columns, uint argb)
    {
        Span<uint> pixels = MemoryMarshal.Cast<byte, uint>(target.Pixels);
        int stride = target.Stride / 4, corner = _layout.Waveform.Y * stride + _layout.Waveform.X;
        columns = Math.Min(columns, _columns.Length - viewStart);
        for (int x = 0; x < columns; x++)
        {
            var (top, bottom) = _columns[viewStart + x];
            for (int y = top; y < bottom; y++)
                pixels[corner + y * stride + x] = argb;
        }
    }
}
