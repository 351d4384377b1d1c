using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Imaging;

/// <summary>
/// Filters the four bytes of every pixel along rows, then along columns, in 16-bit weights. As Pillow does, each of the two steps rounds
/// to 8 bits; only the filtered rows that the next target row needs are kept, so they stay in the first-level cache.
/// </summary>
internal static unsafe class SeparableFilter
{
    // 99 is no byte of sixteen: zero.
    private static Vector128<byte> FirstPairs => Vector128.Create((byte)0, 99, 4, 99, 1, 99, 5, 99, 2, 99, 6, 99, 3, 99, 7, 99);

    private static Vector128<byte> OtherPairs => Vector128.Create((byte)8, 99, 12, 99, 9, 99, 13, 99, 10, 99, 14, 99, 11, 99, 15, 99);

    private static Vector128<byte> Alphas => Vector128.Create((byte)3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15);

    /// <summary>Fills the target, whose sides are those of the weights.</summary>
    public static void Run(Frame source, Frame target, AxisWeights across, AxisWeights down)
    {
        int taps = down.Taps, rowBytes = target.Stride;
        byte[] ring = ArrayPool<byte>.Shared.Rent(taps * rowBytes);
        int[] offsets = ArrayPool<int>.Shared.Rent(taps);
        bool overshoots = across.Overshoots || down.Overshoots;
        fixed (byte* kept = ring)
        fixed (int* rows = offsets)
        fixed (short* weights = down.Weights)
        {
            int ready = -1;
            for (int y = 0; y < target.Height; y++)
            {
                int first = down.First[y], last = Math.Min(first + taps, source.Height) - 1;
                for (int row = Math.Max(first, ready + 1); row <= last; row++)
                    Across((byte*)source.Pointer + ((nint)row * source.Stride), kept + (row % taps * rowBytes), across, target.Width);
                ready = Math.Max(ready, last);
                for (int k = 0; k < taps; k++)
                    rows[k] = Math.Min(first + k, last) % taps * rowBytes;
                var made = new Span<byte>((byte*)target.Pointer + ((nint)y * rowBytes), rowBytes);
                Down(new(kept, rows, weights + (y * taps), taps, down.Bits), made);
                if (overshoots)
                    LimitToAlpha(made);
            }
        }

        ArrayPool<int>.Shared.Return(offsets);
        ArrayPool<byte>.Shared.Return(ring);
    }

    private static void Across(byte* source, byte* target, AxisWeights across, int width)
    {
        if (across.IsIdentity)
        {
            Unsafe.CopyBlockUnaligned(target, source, (uint)width * 4);
            return;
        }

        int taps = across.Taps, bits = across.Bits;
        fixed (short* weights = across.Weights)
        fixed (int* first = across.First)
        {
            for (int x = 0; x < width; x += 4)
            {
                short* own = weights + (x * taps);
                Vector128<int> a = Pixel(source + (first[x] * 4), own, taps, bits);
                Vector128<int> b = Pixel(source + (first[x + 1] * 4), own + taps, taps, bits);
                Vector128<int> c = Pixel(source + (first[x + 2] * 4), own + (2 * taps), taps, bits);
                Vector128<int> d = Pixel(source + (first[x + 3] * 4), own + (3 * taps), taps, bits);
                ByteLanes.Pack((a, b, c, d)).Store(target + (x * 4));
            }
        }
    }

    // Four neighbours are 16 bytes: b0 g0 r0 a0 b1 …; their channels are brought together as pairs of 16-bit numbers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Pixel(byte* source, short* weights, int taps, int bits)
    {
        Vector128<int> sum = Vector128.Create(1 << (bits - 1)), second = Vector128<int>.Zero;
        for (int k = 0; k < taps; k += 4)
        {
            Vector128<byte> four = Vector128.Load(source + (k * 4));
            Vector128<short> low = Vector128.Shuffle(four, FirstPairs).AsInt16();
            Vector128<short> high = Vector128.Shuffle(four, OtherPairs).AsInt16();
            sum += ByteLanes.MultiplyAddPairs(low, Vector128.Create(*(int*)(weights + k)).AsInt16());
            second += ByteLanes.MultiplyAddPairs(high, Vector128.Create(*(int*)(weights + k + 2)).AsInt16());
        }

        return (sum + second) >> bits;
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
        for (int i = 0; i < row.Length; i += 16)
        {
            Vector128<byte> pixels = Vector128.Create<byte>(row[i..]);
            Vector128<byte> alpha = Vector128.Shuffle(pixels, Alphas);
            Vector128.Min(pixels, alpha).CopyTo(row[i..]);
        }
    }
}
