using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>The waveform above a line of the grid, as one filled shape.</summary>
internal static class WaveformPainter
{
    internal static void Draw(Canvas canvas, WaveformEnvelope waveform, GridLayout layout, (int Number, Color Color) line)
    {
        var (from, to) = layout.Lines[line.Number];
        int first = Math.Min(waveform.High.Length, (int)Math.Round(from * layout.PixelsPerSecond));
        int last = Math.Min(waveform.High.Length, (int)Math.Round(to * layout.PixelsPerSecond));
        if (last <= first)
            return;
        double half = GridLayout.WaveformHeight / 2, middle = layout.Top(line.Number) + half;
        var corners = new (double X, double Y)[2 * (last - first)];
        for (int slice = first; slice < last; slice++)
        {
            double x = layout.Left + slice - first + 0.5;
            // Silence is a hairline, not nothing.
            corners[slice - first] = (x, middle - Math.Max(waveform.High[slice] * half, 0.4));
            corners[^(slice - first + 1)] = (x, middle + Math.Max(-waveform.Low[slice] * half, 0.4));
        }

        canvas.FillPolygon(corners, line.Color);
    }
}
