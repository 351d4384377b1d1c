namespace Cymatic.Imaging;

/// <summary>
/// Colours for ordered rows: neighbours have similar hues, first and last do not, and equal steps look equally large. Lightness
/// alternates a little, so that neighbours stay apart also where there are many.
/// </summary>
public static class RowPalette
{
    // From rose over orange, green and blue to purple; the gap keeps the last row from looking like the first.
    private const double FirstHue = 8, LastHue = 330;
    private const int Samples = 512;

    /// <summary>One colour for each row.</summary>
    /// <param name="rows">How many rows, at least 0.</param>
    /// <param name="lightness">Mean OKLab lightness: about 0.66 on white, 0.74 on black.</param>
    /// <param name="chroma">OKLab chroma where sRGB has it.</param>
    public static Color[] Create(int rows, double lightness = 0.66, double chroma = 0.15)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        double[] hues = EvenHues(rows, lightness, chroma);
        double swing = rows < 8 ? 0.02 : 0.045;
        var colors = new Color[rows];
        for (int row = 0; row < rows; row++)
            colors[row] = At(hues[row], lightness + (row % 2 == 0 ? -swing : swing), chroma);
        return colors;
    }

    // Hues at equal distances along the curve of colours in OKLab; a single row takes the middle of the blues.
    private static double[] EvenHues(int rows, double lightness, double chroma)
    {
        if (rows == 1)
            return [250];
        var length = new double[Samples];
        Oklab before = default;
        for (int i = 0; i < Samples; i++)
        {
            Oklab here = Oklab.From(At(Hue(i), lightness, chroma));
            length[i] = i == 0 ? 0 : length[i - 1] + here.DistanceTo(before);
            before = here;
        }

        var hues = new double[rows];
        for (int row = 0, i = 0; row < rows; row++)
        {
            double wanted = length[^1] * row / (rows - 1);
            while (i < Samples - 2 && length[i + 1] < wanted)
                i++;
            hues[row] = Hue(i + (wanted - length[i]) / (length[i + 1] - length[i]));
        }

        return hues;
    }

    // Yellow is a light colour and blue a dark one: the same lightness would make mustard of the one and pale the other.
    private static Color At(double hue, double lightness, double chroma)
    {
        double tilt = 0.05 * Math.Cos(double.DegreesToRadians(hue - 95));
        return new Oklch(lightness + tilt, chroma, hue).ToColor();
    }

    private static double Hue(double sample) => FirstHue + (LastHue - FirstHue) * sample / (Samples - 1);
}
