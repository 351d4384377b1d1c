using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Imaging;

/// <summary>What the pixels of a target row take from a source row.</summary>
/// <param name="first">The first source pixel of each target pixel.</param>
/// <param name="weights">The weights of each target pixel.</param>
/// <param name="count">Weights of a pixel, a multiple of 4.</param>
/// <param name="bits">Binary digits after the point of a weight.</param>
internal readonly unsafe struct RowTaps(int* first, short* weights, int count, int bits)
{
    private readonly int* _first = first;
    private readonly short* _weights = weights;

    // Four neighbours are 16 bytes, b0 g0 r0 a0 b1 …: their channels are brought together as pairs of 16-bit numbers. 99 is no byte: zero.
    private static Vector128<byte> FirstPairs
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)0, 99, 4, 99, 1, 99, 5, 99, 2, 99, 6, 99, 3, 99, 7, 99);
    }

    private static Vector128<byte> OtherPairs
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector128.Create((byte)8, 99, 12, 99, 9, 99, 13, 99, 10, 99, 14, 99, 11, 99, 15, 99);
    }

    // The same for both halves of a doubled vector; the instruction gives zero where the highest bit is set.
    private static Vector256<byte> AllPairs
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Vector256.Create(
            Vector128.Create((byte)0, 128, 4, 128, 1, 128, 5, 128, 2, 128, 6, 128, 3, 128, 7, 128),
            Vector128.Create((byte)8, 128, 12, 128, 9, 128, 13, 128, 10, 128, 14, 128, 11, 128, 15, 128));
    }

    /// <summary>The pixels x to x + 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Four128(byte* source, int x) =>
        ByteLanes.Pack(
            (One128(source, x) >> bits, One128(source, x + 1) >> bits, One128(source, x + 2) >> bits, One128(source, x + 3) >> bits));

    /// <summary>The pixels x to x + 3, four weights at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Four256(byte* source, int x)
    {
        Vector256<int> a = One256(source, x), b = One256(source, x + 1), c = One256(source, x + 2), d = One256(source, x + 3);
        Vector256<int> half = Vector256.Create(1 << (bits - 1));
        Vector256<int> ac = (Avx2.Permute2x128(a, c, 0x20) + Avx2.Permute2x128(a, c, 0x31) + half) >> bits;
        Vector256<int> bd = (Avx2.Permute2x128(b, d, 0x20) + Avx2.Permute2x128(b, d, 0x31) + half) >> bits;
        Vector256<short> pairs = Avx2.PackSignedSaturate(ac, bd);
        return Avx2.Permute4x64(Avx2.PackUnsignedSaturate(pairs, pairs).AsInt64(), 0b1000).AsByte().GetLower();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<int> One128(byte* source, int x)
    {
        byte* from = source + (_first[x] * 4);
        short* own = _weights + (x * count);
        Vector128<int> sum = Vector128.Create(1 << (bits - 1)), second = Vector128<int>.Zero;
        for (int k = 0; k < count; k += 4)
        {
            Vector128<byte> four = Vector128.Load(from + (k * 4));
            Vector128<short> low = Vector128.Shuffle(four, FirstPairs).AsInt16(), high = Vector128.Shuffle(four, OtherPairs).AsInt16();
            sum += ByteLanes.MultiplyAddPairs(low, Vector128.Create(*(int*)(own + k)).AsInt16());
            second += ByteLanes.MultiplyAddPairs(high, Vector128.Create(*(int*)(own + k + 2)).AsInt16());
        }

        return sum + second;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<int> One256(byte* source, int x)
    {
        byte* from = source + (_first[x] * 4);
        short* own = _weights + (x * count);
        Vector256<int> sum = Vector256<int>.Zero, firstThenOther = Vector256.Create(0, 0, 0, 0, 1, 1, 1, 1);
        for (int k = 0; k < count; k += 4)
        {
            Vector256<short> pairs = Avx2.Shuffle(Avx2.BroadcastVector128ToVector256(from + (k * 4)), AllPairs).AsInt16();
            Vector256<float> own4 = Vector256.Create(*(long*)(own + k)).AsSingle();
            sum += Avx2.MultiplyAddAdjacent(pairs, Avx.PermuteVar(own4, firstThenOther).AsInt16());
        }

        return sum;
    }
}
