namespace Cymatic.Imaging;

/// <summary>A colour in OKLab, where equal distances look about equally different.</summary>
/// <param name="L">Lightness, 0 (black) to 1 (white).</param>
/// <param name="A">Green (negative) to red, about −0.4 to 0.4.</param>
/// <param name="B">Blue (negative) to yellow, about −0.4 to 0.4.</param>
/// <remarks>Björn Ottosson, "A perceptual color space for image processing", 2020.</remarks>
public readonly record struct Oklab(double L, double A, double B)
{
    /// <summary>The OKLab coordinates of an sRGB colour; alpha is left out.</summary>
    public static Oklab From(Color color)
    {
        double r = TransferCurve.ToLinear(color.Red), g = TransferCurve.ToLinear(color.Green), b = TransferCurve.ToLinear(color.Blue);
        double l = Math.Cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.Cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.Cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new(
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s);
    }

    /// <summary>Whether sRGB has this colour, to within half of an 8-bit step.</summary>
    public bool IsInGamut
    {
        get
        {
            var (r, g, b) = ToLinearRgb();
            const double slack = 1e-4;
            return Math.Min(r, Math.Min(g, b)) >= -slack && Math.Max(r, Math.Max(g, b)) <= 1 + slack;
        }
    }

    /// <summary>The sRGB colour; parts that sRGB does not have are cut off.</summary>
    public Color ToColor()
    {
        var (r, g, b) = ToLinearRgb();
        return new(Encode(r), Encode(g), Encode(b));
    }

    /// <summary>Distance in OKLab: about 0.02 is just visible side by side.</summary>
    public double DistanceTo(Oklab other) =>
        Math.Sqrt((L - other.L) * (L - other.L) + (A - other.A) * (A - other.A) + (B - other.B) * (B - other.B));

    private static double Encode(double linear) => TransferCurve.FromLinear(Math.Clamp(linear, 0, 1));

    private (double R, double G, double B) ToLinearRgb()
    {
        double l = Cube(L + 0.3963377774 * A + 0.2158037573 * B);
        double m = Cube(L - 0.1055613458 * A - 0.0638541728 * B);
        double s = Cube(L - 0.0894841775 * A - 1.2914855480 * B);
        return (
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s);
    }

    private static double Cube(double x) => x * x * x;
}
