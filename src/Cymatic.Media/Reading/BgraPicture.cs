using System.Globalization;
using System.Runtime.Intrinsics;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures that ffmpeg has converted to blue, green, red and straight alpha: those with alpha, RGB, or finer chroma.</summary>
internal sealed class BgraPicture : IPictureFormat
{
    private readonly int _width, _height;
    private readonly bool _hasAlpha;

    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="matrix">Of a video with luma; null for RGB.</param>
    /// <param name="hasAlpha">Whether pixels can be transparent.</param>
    public BgraPicture(int width, int height, YuvMatrix? matrix, bool hasAlpha)
    {
        (_width, _height, _hasAlpha) = (width, height, hasAlpha);
        string colours = matrix is null ? "" : $":in_color_matrix={matrix.Name}:in_range={(matrix.IsFull ? "pc" : "tv")}";
        Filters = string.Create(
            CultureInfo.InvariantCulture,
            $"scale={width}:{height}:flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp{colours},format=bgra");
    }

    /// <inheritdoc/>
    public int Bytes => _width * _height * 4;

    /// <inheritdoc/>
    public string Filters { get; }

    /// <inheritdoc/>
    public void ToFrame(ReadOnlySpan<byte> picture, Frame frame)
    {
        for (int y = 0; y < _height; y++)
        {
            ReadOnlySpan<byte> row = picture.Slice(y * _width * 4, _width * 4);
            if (_hasAlpha)
                Premultiply(row, frame.Row(y));
            else
                row.CopyTo(frame.Row(y));
        }
    }

    /// <summary>Multiplies colours by alpha, rounded to nearest.</summary>
    internal static void Premultiply(ReadOnlySpan<byte> straight, Span<byte> premultiplied)
    {
        int i = 0;
        for (; i <= straight.Length - 16; i += 16)
        {
            Vector128<byte> pixels = Vector128.Create(straight[i..]);
            var (low, high) = Vector128.Widen(pixels);
            Vector128<byte> product = Vector128.Narrow(TimesAlpha(low), TimesAlpha(high));
            Vector128.ConditionalSelect(Vector128.Create(0xFF000000).AsByte(), pixels, product).CopyTo(premultiplied[i..]);
        }

        for (; i < straight.Length; i += 4)
        {
            for (int c = 0; c < 3; c++)
            {
                int x = straight[i + c] * straight[i + 3] + 128;
                premultiplied[i + c] = (byte)(x + (x >> 8) >> 8);
            }

            premultiplied[i + 3] = straight[i + 3];
        }
    }

    // Exact rounding of x / 255 for x up to 255².
    private static Vector128<ushort> TimesAlpha(Vector128<ushort> pixels)
    {
        Vector128<ushort> alpha = Vector128.Shuffle(pixels, Vector128.Create((ushort)3, 3, 3, 3, 7, 7, 7, 7));
        Vector128<ushort> x = pixels * alpha + Vector128.Create((ushort)128);
        return x + (x >>> 8) >>> 8;
    }
}
