using System.Buffers;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Imaging;

/// <summary>
/// Filters the four bytes of every pixel along rows, then along columns, in 16-bit weights. As Pillow does, each of the two steps rounds
/// to 8 bits; only the filtered rows that the next target row needs are kept, so they stay in the first-level cache.
/// </summary>
internal static unsafe class SeparableFilter
{
    /// <summary>Fills the target, whose sides are those of the weights.</summary>
    public static void Run(Frame source, Frame target, AxisWeights across, AxisWeights down)
    {
        int taps = down.Taps, rowBytes = target.Stride;
        if ((long)taps * rowBytes > Array.MaxLength)
            throw new ArgumentException($"To make rows of {target.Width} pixels of {taps} rows each takes 2 GiB.", nameof(target));
        byte[] ring = ArrayPool<byte>.Shared.Rent(taps * rowBytes);
        int[] offsets = ArrayPool<int>.Shared.Rent(taps);
        byte[] padded = ArrayPool<byte>.Shared.Rent(RowFilter.PaddedBytes(across, target.Width));
        bool overshoots = across.Overshoots || down.Overshoots;
        fixed (byte* kept = ring, room = padded)
        fixed (int* rows = offsets)
        fixed (short* weights = down.Weights)
        {
            var filter = new RowFilter(across, target.Width, room);
            int ready = -1;
            for (int y = 0; y < target.Height; y++)
            {
                int first = down.First[y], last = Math.Min(first + taps, source.Height) - 1;
                for (int row = Math.Max(first, ready + 1); row <= last; row++)
                    filter.Apply((byte*)source.Pointer + ((nint)row * source.Stride), kept + (row % taps * rowBytes));
                ready = Math.Max(ready, last);
                for (int k = 0; k < taps; k++)
                    rows[k] = Math.Min(first + k, last) % taps * rowBytes;
                var made = new Span<byte>((byte*)target.Pointer + ((nint)y * rowBytes), rowBytes);
                Down(new(kept, rows, weights + (y * taps), taps, down.Bits), made);
                if (overshoots)
                    LimitToAlpha(made);
            }
        }

        ArrayPool<byte>.Shared.Return(padded);
        ArrayPool<int>.Shared.Return(offsets);
        ArrayPool<byte>.Shared.Return(ring);
    }

    private static void Down(ColumnTaps taps, Span<byte> target)
    {
        fixed (byte* to = target)
        {
            int x = 0;
            if (Avx2.IsSupported)
            {
                for (; x <= target.Length - 32; x += 32)
                    taps.Sum256(x).Store(to + x);
            }

            for (; x < target.Length; x += 16)
                taps.Sum128(x).Store(to + x);
        }
    }

    // Negative weights can leave colour above alpha, which no premultiplied pixel has.
    private static void LimitToAlpha(Span<byte> row)
    {
        Vector128<byte> alphas = Vector128.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);
        for (int i = 0; i < row.Length; i += 16)
        {
            Vector128<byte> pixels = Vector128.Create<byte>(row[i..]);
            Vector128<byte> alpha = Vector128.Shuffle(pixels, alphas);
            Vector128.Min(pixels, alpha).CopyTo(row[i..]);
        }
    }
}
