namespace Cymatic.Imaging;

/// <summary>Rows of PNG samples from and to premultiplied BGRA.</summary>
internal static class PngPixels
{
    internal static void ToRgb(ReadOnlySpan<byte> bgra, Span<byte> rgb)
    {
        for (int i = 0, j = 0; i < bgra.Length; i += 4, j += 3)
        {
            rgb[j + 2] = bgra[i];
            rgb[j + 1] = bgra[i + 1];
            rgb[j] = bgra[i + 2];
        }
    }

    /// <summary>Divides by alpha, rounding to nearest.</summary>
    internal static void ToRgba(ReadOnlySpan<byte> bgra, Span<byte> rgba)
    {
        for (int i = 0; i < bgra.Length; i += 4)
        {
            int alpha = bgra[i + 3];
            rgba[i] = Straight(bgra[i + 2], alpha);
            rgba[i + 1] = Straight(bgra[i + 1], alpha);
            rgba[i + 2] = Straight(bgra[i], alpha);
            rgba[i + 3] = (byte)alpha;
        }
    }

    internal static void ToFrame(ReadOnlySpan<byte> samples, PngColorType type, Span<byte> bgra)
    {
        int pixel = Samples(type);
        bool colour = pixel >= 3;
        for (int i = 0, j = 0; i < bgra.Length; i += 4, j += pixel)
        {
            int alpha = (pixel & 1) == 0 ? samples[j + pixel - 1] : 255;
            bgra[i + 2] = Premultiplied(samples[j], alpha);
            bgra[i + 1] = Premultiplied(samples[colour ? j + 1 : j], alpha);
            bgra[i] = Premultiplied(samples[colour ? j + 2 : j], alpha);
            bgra[i + 3] = (byte)alpha;
        }
    }

    internal static int Samples(PngColorType type) => type switch
    {
        PngColorType.Grey => 1,
        PngColorType.GreyAlpha => 2,
        PngColorType.Rgb => 3,
        _ => 4,
    };

    private static byte Straight(int part, int alpha) =>
        alpha == 255 ? (byte)part : alpha == 0 ? (byte)0 : (byte)Math.Min(255, (part * 255 + alpha / 2) / alpha);

    private static byte Premultiplied(int part, int alpha) => (byte)((part * alpha + 127) / 255);
}
