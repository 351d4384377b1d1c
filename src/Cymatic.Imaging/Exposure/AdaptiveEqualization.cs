using System.Buffers;
using System.Numerics.Tensors;

namespace Cymatic.Imaging;

/// <summary>Contrast-limited adaptive histogram equalization: every part of a picture is equalized by what lies around it.</summary>
/// <remarks>
/// Zuiderveld, Graphics Gems IV (1994): a mapping for each tile, bilinear between the middles of tiles. Numbers and rounding as
/// skimage.exposure.equalize_adapthist: 16,384 greys, tiles of an eighth of each side, mirrored edges.
/// </remarks>
public static class AdaptiveEqualization
{
    private const int Greys = 1 << 14;

    /// <summary>Equalizes a grey picture of 0 … 1 in place; the result reaches from 0 to 1.</summary>
    /// <param name="grey">The picture, which changes.</param>
    /// <param name="options">Contrast, bins and tiles.</param>
    /// <exception cref="ArgumentException">A picture with numbers that are not finite.</exception>
    public static void EqualizeAdaptively(this Plane<float> grey, AdaptiveEqualizationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(grey);
        options ??= AdaptiveEqualizationOptions.Default;
        var tile = (X: options.TileWidth ?? Math.Max(grey.Width / 8, 1), Y: options.TileHeight ?? Math.Max(grey.Height / 8, 1));
        using Plane<ushort> bins = Plane.Rent<ushort>(grey.Width, grey.Height);
        ToBins(grey, bins, 1 + (Greys / options.Bins));
        var tiles = (X: (grey.Width + tile.X - 1) / tile.X, Y: (grey.Height + tile.Y - 1) / tile.Y);
        int[] maps = ArrayPool<int>.Shared.Rent(tiles.X * tiles.Y * options.Bins);
        for (int y = 0; y < tiles.Y; y++)
        {
            for (int x = 0; x < tiles.X; x++)
            {
                Span<int> map = maps.AsSpan(((y * tiles.X) + x) * options.Bins, options.Bins);
                Count(bins, (x * tile.X, y * tile.Y), tile, map);
                TileHistogram.Limit(map, options.ClipLimit > 0 ? Math.Max(1, (int)(options.ClipLimit * tile.X * tile.Y)) : tile.X * tile.Y);
                TileHistogram.Cumulate(map, tile.X * tile.Y, Greys - 1);
            }
        }

        for (int y = 0; y < grey.Height; y++)
            Interpolate(bins.Row(y), grey.Row(y), new TileMaps(maps, options.Bins, tiles, tile), y);
        ArrayPool<int>.Shared.Return(maps);
        grey.RescaleIntensity();
    }

    // 16 bits, stretched to 14, in bins of equal width.
    private static void ToBins(Plane<float> grey, Plane<ushort> bins, int width)
    {
        double low = TensorPrimitives.Min<float>(grey.Values), high = TensorPrimitives.Max<float>(grey.Values);
        if (!double.IsFinite(high - low))
            throw new ArgumentException("A picture with infinite numbers, or with some that are none, has no histogram.", nameof(grey));
        double first = Sixteen(low), range = Math.Max(1, Sixteen(high) - first);
        ReadOnlySpan<float> values = grey.Values;
        Span<ushort> to = bins.Values;
        for (int i = 0; i < values.Length; i++)
            to[i] = (ushort)((int)Math.Round((Sixteen(values[i]) - first) / range * (Greys - 1)) / width);
    }

    private static double Sixteen(double value) => Math.Round(Math.Clamp(value, 0, 1) * 65535);

    private static void Count(Plane<ushort> bins, (int X, int Y) from, (int X, int Y) size, Span<int> counts)
    {
        counts.Clear();
        for (int y = from.Y; y < from.Y + size.Y; y++)
        {
            ReadOnlySpan<ushort> row = bins.Row(Mirror(y, bins.Height));
            for (int x = from.X; x < from.X + size.X; x++)
                counts[row[Mirror(x, bins.Width)]]++;
        }
    }

    // The outermost pixel is not repeated: … 2 1 0 1 2 …
    private static int Mirror(int position, int length)
    {
        if (position < length)
            return position;
        int period = Math.Max(1, 2 * (length - 1)), within = position % period;
        return within < length ? within : period - within;
    }

    private static void Interpolate(ReadOnlySpan<ushort> bins, Span<float> row, TileMaps maps, int y)
    {
        var (above, below, down) = Between(y, maps.Tile.Y, maps.Tiles.Y);
        for (int x = 0; x < row.Length; x++)
        {
            var (left, right, across) = Between(x, maps.Tile.X, maps.Tiles.X);
            int bin = bins[x];
            float sum = (float)(maps[left, above, bin] * ((1 - across) * (1 - down)));
            sum += (float)(maps[right, above, bin] * (across * (1 - down)));
            sum += (float)(maps[left, below, bin] * ((1 - across) * down));
            sum += (float)(maps[right, below, bin] * (across * down));
            row[x] = MathF.Truncate(sum);
        }
    }

    // The tiles whose middles lie before and after a position, and how far it lies between them.
    private static (int Before, int After, double Share) Between(int position, int tile, int tiles)
    {
        int shifted = position + (tile / 2), next = shifted / tile;
        return (Math.Max(next - 1, 0), Math.Min(next, tiles - 1), (shifted % tile) / (double)tile);
    }

    private readonly record struct TileMaps(int[] Values, int Bins, (int X, int Y) Tiles, (int X, int Y) Tile)
    {
        public int this[int x, int y, int bin] => Values[(((y * Tiles.X) + x) * Bins) + bin];
    }
}
