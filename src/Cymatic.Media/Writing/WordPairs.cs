using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Media;

/// <summary>Words of two 16-bit numbers: what colours are mixed in, on their way in and out.</summary>
internal static class WordPairs
{
    /// <summary>Upper half times upper half plus lower half times lower half.</summary>
    /// <remarks>pmaddwd where there is one; the numbers are at most 2040, so that signed and unsigned are the same.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<int> MultiplyAdd(Vector<uint> a, Vector<int> b)
    {
        if (Avx2.IsSupported && Vector<int>.Count == 8)
            return Avx2.MultiplyAddAdjacent(a.AsVector256().AsInt16(), b.AsVector256().AsInt16()).AsVector();
        if (Sse2.IsSupported && Vector<int>.Count == 4)
            return Sse2.MultiplyAddAdjacent(a.AsVector128().AsInt16(), b.AsVector128().AsInt16()).AsVector();
        return Vector.AsVectorInt32(a >> 16) * (b >> 16) + Vector.AsVectorInt32(a & new Vector<uint>(0xFFFF)) * (b << 16 >> 16);
    }
}
