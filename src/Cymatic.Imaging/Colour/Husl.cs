namespace Cymatic.Imaging;

/// <summary>
/// HSLuv as seaborn uses it ("husl"): the hue and lightness of CIE LUV, and chroma as a share of what sRGB can show there.
/// </summary>
/// <param name="HueDegrees">Hue of CIE LCh(uv).</param>
/// <param name="Saturation">0 to 100 % of the greatest chroma.</param>
/// <param name="Lightness">CIE L*, 0 to 100.</param>
/// <remarks>
/// The constants are those of husl 2.1 (D65 rounded to five digits, XYZ matrix to four), so that numbers agree with
/// <c>seaborn.husl_palette</c>. CIE LUV: CIE 15:2004, 8.2.2.
/// </remarks>
public readonly record struct Husl(double HueDegrees, double Saturation, double Lightness)
{
    // D65 as husl rounds it, and as its limits of chroma were derived.
    private const double RoundedU = 0.19784, RoundedV = 0.46834, WhiteU = 0.1978398, WhiteV = 0.4683363;
    private const double Kappa = 903.3, Epsilon = 0.008856;

    private static readonly (double X, double Y, double Z)[] ToRgb =
    [
        (3.2406, -1.5372, -0.4986),
        (-0.9689, 1.8758, 0.0415),
        (0.0557, -0.2040, 1.0570),
    ];

    /// <summary>The colours that <c>seaborn.husl_palette(n, h, s, l)</c> gives: hues spaced equally around the circle.</summary>
    /// <param name="count">How many colours, at least 0.</param>
    /// <param name="hue">First hue, 0 to 1.</param>
    /// <param name="saturation">0 to 1.</param>
    /// <param name="lightness">0 to 1.</param>
    public static Color[] Palette(int count, double hue = 0.01, double saturation = 0.9, double lightness = 0.65)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var colors = new Color[count];
        for (int i = 0; i < count; i++)
            colors[i] = new Husl(((double)i / count + hue) % 1 * 359, saturation * 99, lightness * 99).ToColor();
        return colors;
    }

    /// <summary>Hue, saturation and lightness of an sRGB colour; alpha is left out.</summary>
    public static Husl From(Color color)
    {
        double r = TransferCurve.ToLinear(color.Red), g = TransferCurve.ToLinear(color.Green), b = TransferCurve.ToLinear(color.Blue);
        double x = 0.4124 * r + 0.3576 * g + 0.1805 * b, y = 0.2126 * r + 0.7152 * g + 0.0722 * b, z = 0.0193 * r + 0.1192 * g + 0.9505 * b;
        double lightness = y > Epsilon ? 116 * Math.Cbrt(y) - 16 : y * Kappa;
        double sum = x + 15 * y + 3 * z;
        if (lightness < 1e-8 || sum <= 0)
            return new(0, 0, 0);
        double u = 13 * lightness * (4 * x / sum - RoundedU), v = 13 * lightness * (9 * y / sum - RoundedV);
        double hue = (double.RadiansToDegrees(Math.Atan2(v, u)) + 360) % 360;
        if (lightness > 99.9999999)
            return new(hue, 0, 100);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(hue));
        double greatest = new Husl(hue, 0, lightness).GreatestChroma(sin, cos);
        return new(hue, Math.Sqrt(u * u + v * v) / greatest * 100, lightness);
    }

    /// <summary>The sRGB colour.</summary>
    public Color ToColor()
    {
        if (Lightness > 99.9999999)
            return Color.White;
        if (Lightness < 1e-8)
            return Color.Black;
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(HueDegrees));
        double chroma = GreatestChroma(sin, cos) * Saturation / 100;
        double y = Luminance;
        double u = RoundedU + chroma * cos / (13 * Lightness), v = RoundedV + chroma * sin / (13 * Lightness);
        double x = y * 9 * u / (4 * v), z = y * (12 - 3 * u - 20 * v) / (4 * v);
        return new(Encode(ToRgb[0], (x, y, z)), Encode(ToRgb[1], (x, y, z)), Encode(ToRgb[2], (x, y, z)));
    }

    private double Luminance
    {
        get
        {
            double root = (Lightness + 16) / 116, y = root * root * root;
            return y > Epsilon ? y : Lightness / Kappa;
        }
    }

    // A part of linear RGB is m·XYZ; with u' and v' linear in chroma, m·XYZ = 0 and m·XYZ = 1 are linear equations for chroma.
    private double GreatestChroma(double sin, double cos)
    {
        double y = Luminance, greatest = double.PositiveInfinity;
        foreach (var (mx, my, mz) in ToRgb)
        {
            double ofU = (9 * mx - 3 * mz) * y, ofV = (4 * my - 20 * mz) * y;
            foreach (double limit in (ReadOnlySpan<double>)[0, 1])
            {
                double grey = 4 * limit * WhiteV - (ofU * WhiteU + ofV * WhiteV + 12 * mz * y);
                double chroma = 13 * Lightness * grey / (ofU * cos + ofV * sin - 4 * limit * sin);
                if (chroma > 0 && chroma < greatest)
                    greatest = chroma;
            }
        }

        return greatest;
    }

    private static double Encode((double X, double Y, double Z) row, (double X, double Y, double Z) xyz) =>
        Math.Clamp(TransferCurve.FromLinear(row.X * xyz.X + row.Y * xyz.Y + row.Z * xyz.Z), 0, 1);
}
