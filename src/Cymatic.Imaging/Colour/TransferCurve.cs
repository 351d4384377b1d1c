namespace Cymatic.Imaging;

/// <summary>The curve between sRGB's encoded values and light (IEC 61966-2-1).</summary>
public static class TransferCurve
{
    /// <summary>Light, 0 … 1, of an encoded value, 0 … 1.</summary>
    public static double ToLinear(double encoded) => encoded > 0.04045 ? Math.Pow((encoded + 0.055) / 1.055, 2.4) : encoded / 12.92;

    /// <summary>The encoded value, 0 … 1, of light, 0 … 1.</summary>
    public static double FromLinear(double linear) => linear > 0.0031308 ? 1.055 * Math.Pow(linear, 1 / 2.4) - 0.055 : 12.92 * linear;
}
