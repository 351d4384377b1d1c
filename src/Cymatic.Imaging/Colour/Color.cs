using System.Globalization;

namespace Cymatic.Imaging;

/// <summary>An sRGB colour with straight (not premultiplied) alpha; every part lies in 0 … 1.</summary>
public readonly record struct Color
{
    /// <summary>A colour of sRGB-encoded parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A part outside 0 … 1 or not a number.</exception>
    public Color(double red, double green, double blue, double alpha = 1)
    {
        Red = Check(red, nameof(red));
        Green = Check(green, nameof(green));
        Blue = Check(blue, nameof(blue));
        Alpha = Check(alpha, nameof(alpha));
    }

    /// <summary>Black.</summary>
    public static Color Black => new(0, 0, 0);

    /// <summary>White.</summary>
    public static Color White => new(1, 1, 1);

    /// <summary>Transparent black.</summary>
    public static Color Transparent => default;

    /// <summary>Red, sRGB-encoded.</summary>
    public double Red { get; }

    /// <summary>Green, sRGB-encoded.</summary>
    public double Green { get; }

    /// <summary>Blue, sRGB-encoded.</summary>
    public double Blue { get; }

    /// <summary>0 is transparent, 1 opaque.</summary>
    public double Alpha { get; }

    /// <summary>A colour of 8-bit parts.</summary>
    public static Color FromBytes(byte red, byte green, byte blue, byte alpha = 255) =>
        new(red / 255.0, green / 255.0, blue / 255.0, alpha / 255.0);

    /// <summary>Reads "#rrggbb" or "#rrggbbaa".</summary>
    /// <exception cref="FormatException">Anything else.</exception>
    public static Color FromHex(string hex)
    {
        ArgumentNullException.ThrowIfNull(hex);
        if (hex.Length is not (7 or 9) || hex[0] != '#'
            || !uint.TryParse(hex.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
            throw new FormatException($"A colour is written #rrggbb or #rrggbbaa, not '{hex}'.");
        if (hex.Length == 7)
            value = (value << 8) | 0xFF;
        return FromBytes((byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The same colour with another alpha.</summary>
    public Color WithAlpha(double alpha) => new(Red, Green, Blue, alpha);

    /// <summary>This colour at <paramref name="amount"/> 0, <paramref name="other"/> at 1, linear in encoded values between.</summary>
    public Color Mix(Color other, double amount) => new(
        double.Lerp(Red, other.Red, amount),
        double.Lerp(Green, other.Green, amount),
        double.Lerp(Blue, other.Blue, amount),
        double.Lerp(Alpha, other.Alpha, amount));

    /// <summary>The pixel value 0xAARRGGBB with colour premultiplied by alpha, each part rounded to 8 bits.</summary>
    public uint ToPremultipliedArgb() =>
        ((uint)Byte(Alpha) << 24) | ((uint)Byte(Red * Alpha) << 16) | ((uint)Byte(Green * Alpha) << 8) | Byte(Blue * Alpha);

    /// <summary>"#rrggbb", or "#rrggbbaa" where alpha is below 1.</summary>
    public string ToHex()
    {
        string rgb = string.Create(CultureInfo.InvariantCulture, $"#{Byte(Red):x2}{Byte(Green):x2}{Byte(Blue):x2}");
        return Alpha < 1 ? rgb + Byte(Alpha).ToString("x2", CultureInfo.InvariantCulture) : rgb;
    }

    /// <summary>The colour as <see cref="ToHex"/> writes it.</summary>
    public override string ToString() => ToHex();

    private static byte Byte(double part) => (byte)Math.Round(part * 255);

    private static double Check(double part, string name) => part is >= 0 and <= 1
        ? part
        : throw new ArgumentOutOfRangeException(name, part, "A part of a colour must lie between 0 and 1.");
}
