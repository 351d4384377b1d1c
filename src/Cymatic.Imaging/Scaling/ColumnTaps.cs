using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Imaging;

/// <summary>The rows that one target row is made of, and their weights: an even number of both.</summary>
/// <param name="kept">Where rows lie.</param>
/// <param name="rows">Offset of each row from there, in bytes.</param>
/// <param name="weights">Weight of each row.</param>
/// <param name="count">How many.</param>
/// <param name="bits">Binary digits after the point of a weight.</param>
internal readonly unsafe struct ColumnTaps(byte* kept, int* rows, short* weights, int count, int bits)
{
    private readonly byte* _kept = kept;
    private readonly int* _rows = rows;
    private readonly short* _weights = weights;

    /// <summary>The 16 bytes from x on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Sum128(int x)
    {
        Vector128<int> a = Vector128.Create(1 << (bits - 1)), b = a, c = a, d = a;
        for (int k = 0; k < count; k += 2)
        {
            Vector128<short> pair = Vector128.Create(*(int*)(_weights + k)).AsInt16();
            Vector128<byte> one = Vector128.Load(_kept + _rows[k] + x), other = Vector128.Load(_kept + _rows[k + 1] + x);
            Vector128<byte> low = ByteLanes.InterleaveLow(one, other), high = ByteLanes.InterleaveHigh(one, other);
            a += ByteLanes.MultiplyAddPairs(Vector128.WidenLower(low).AsInt16(), pair);
            b += ByteLanes.MultiplyAddPairs(Vector128.WidenUpper(low).AsInt16(), pair);
            c += ByteLanes.MultiplyAddPairs(Vector128.WidenLower(high).AsInt16(), pair);
            d += ByteLanes.MultiplyAddPairs(Vector128.WidenUpper(high).AsInt16(), pair);
        }

        return ByteLanes.Pack((a >> bits, b >> bits, c >> bits, d >> bits));
    }

    /// <summary>The 32 bytes from x on: interleaving and packing stay within halves, so their orders cancel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<byte> Sum256(int x)
    {
        Vector256<int> a = Vector256.Create(1 << (bits - 1)), b = a, c = a, d = a;
        for (int k = 0; k < count; k += 2)
        {
            Vector256<short> pair = Vector256.Create(*(int*)(_weights + k)).AsInt16();
            Vector256<byte> one = Vector256.Load(_kept + _rows[k] + x), other = Vector256.Load(_kept + _rows[k + 1] + x);
            Vector256<byte> low = Avx2.UnpackLow(one, other), high = Avx2.UnpackHigh(one, other);
            a += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(low, Vector256<byte>.Zero).AsInt16(), pair);
            b += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(low, Vector256<byte>.Zero).AsInt16(), pair);
            c += Avx2.MultiplyAddAdjacent(Avx2.UnpackLow(high, Vector256<byte>.Zero).AsInt16(), pair);
            d += Avx2.MultiplyAddAdjacent(Avx2.UnpackHigh(high, Vector256<byte>.Zero).AsInt16(), pair);
        }

        return Avx2.PackUnsignedSaturate(
            Avx2.PackSignedSaturate(a >> bits, b >> bits), Avx2.PackSignedSaturate(c >> bits, d >> bits));
    }
}
