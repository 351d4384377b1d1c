using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>
/// Pictures as VP9 takes them with transparency: <see cref="Yuv420"/> of the colours divided by alpha, then a plane of alpha.
/// </summary>
/// <remarks>
/// A pixel that is not seen takes the colour of its neighbour, so that the chroma of an edge, shared by two columns, is the edge's.
/// </remarks>
internal sealed class Yuva420(int width, int height) : IFrameFormat
{
    private readonly Yuv420 _colors = new(width, height);

    /// <inheritdoc/>
    public string PixelFormat => "yuva420p";

    /// <inheritdoc/>
    public int Width => _colors.Width;

    /// <inheritdoc/>
    public int Height => _colors.Height;

    /// <inheritdoc/>
    public int Bytes => _colors.Bytes + Width * Height;

    /// <inheritdoc/>
    public void Convert(Frame frame, Span<byte> bytes)
    {
        using Frame straight = Frame.Rent(width, height);
        Span<byte> alphas = bytes[_colors.Bytes..];
        for (int y = 0; y < Height; y++)
        {
            ReadOnlySpan<uint> row = frame.PixelRow(Math.Min(y, height - 1));
            Span<byte> alpha = alphas.Slice(y * Width, Width);
            for (int x = 0; x < row.Length; x++)
                alpha[x] = (byte)(row[x] >> 24);
            alpha[^1] = alpha[width - 1];
            if (y >= height)
                continue;
            StraightColor.Divide(row, straight.PixelRow(y));
            Spread(straight.PixelRow(y));
        }

        for (int y = 1; y < height; y++)
            Spread(straight.PixelRow(y - 1), straight.PixelRow(y));
        for (int y = height - 2; y >= 0; y--)
            Spread(straight.PixelRow(y + 1), straight.PixelRow(y));
        _colors.Convert(straight, bytes);
    }

    private static void Spread(Span<uint> row)
    {
        if (row.IndexOfAnyExcept(0u) is not (>= 0 and int first) || !row.Contains(0u))
            return;
        row[..first].Fill(row[first]);
        for (int x = first + 1; x < row.Length; x++)
        {
            if (row[x] == 0)
                row[x] = row[x - 1];
        }
    }

    private static void Spread(ReadOnlySpan<uint> from, Span<uint> row)
    {
        if (row[0] == 0) // then all of it is
            from.CopyTo(row);
    }
}
