using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Imaging;

/// <summary>What .NET has no one name for on all processors: interleaving, and sums of products of pairs.</summary>
internal static class ByteLanes
{
    /// <summary>a₀·b₀ + a₁·b₁, a₂·b₂ + a₃·b₃, …</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> MultiplyAddPairs(Vector128<short> a, Vector128<short> b)
    {
        if (Sse2.IsSupported)
            return Sse2.MultiplyAddAdjacent(a, b);
        if (AdvSimd.Arm64.IsSupported)
        {
            Vector128<int> low = AdvSimd.MultiplyWideningLower(a.GetLower(), b.GetLower()), high = AdvSimd.MultiplyWideningUpper(a, b);
            return AdvSimd.Arm64.AddPairwise(low, high);
        }

        Vector128<int> x = a.AsInt32(), y = b.AsInt32();
        return (((x << 16) >> 16) * ((y << 16) >> 16)) + ((x >> 16) * (y >> 16));
    }

    /// <summary>a₀, b₀, a₁, b₁, … of the lower halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> InterleaveLow(Vector128<byte> a, Vector128<byte> b)
    {
        if (Sse2.IsSupported)
            return Sse2.UnpackLow(a, b);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipLow(a, b);
        return (Vector128.WidenLower(a) | (Vector128.WidenLower(b) << 8)).AsByte();
    }

    /// <summary>a₈, b₈, a₉, b₉, … of the upper halves.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> InterleaveHigh(Vector128<byte> a, Vector128<byte> b)
    {
        if (Sse2.IsSupported)
            return Sse2.UnpackHigh(a, b);
        if (AdvSimd.Arm64.IsSupported)
            return AdvSimd.Arm64.ZipHigh(a, b);
        return (Vector128.WidenUpper(a) | (Vector128.WidenUpper(b) << 8)).AsByte();
    }

    /// <summary>Four vectors of sums as bytes, limited to 0 … 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Pack((Vector128<int> A, Vector128<int> B, Vector128<int> C, Vector128<int> D) sums)
    {
        if (Sse2.IsSupported)
            return Sse2.PackUnsignedSaturate(Sse2.PackSignedSaturate(sums.A, sums.B), Sse2.PackSignedSaturate(sums.C, sums.D));
        return Vector128.Narrow(Vector128.Narrow(Limit(sums.A), Limit(sums.B)), Vector128.Narrow(Limit(sums.C), Limit(sums.D))).AsByte();
    }

    private static Vector128<int> Limit(Vector128<int> sum) =>
        Vector128.Min(Vector128.Max(sum, Vector128<int>.Zero), Vector128.Create(255));
}
