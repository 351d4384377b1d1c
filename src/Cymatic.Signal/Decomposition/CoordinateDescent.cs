using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>One pass of coordinate descent over one factor: each component to its best, the others kept.</summary>
/// <remarks>Cichocki and Phan, IEICE Transactions 2009, algorithm 2, with the order of components of scikit-learn's solver.</remarks>
internal static unsafe class CoordinateDescent
{
    /// <summary>Updates a factor (components × columns) in place.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="data">Rows × columns: what is approximated.</param>
    /// <param name="other">The other factor: rows × components.</param>
    /// <param name="workspace">As large as <paramref name="factor"/>.</param>
    /// <returns>The sum of the absolute projected gradients: 0 where nothing can become better.</returns>
    public static double Update(PaddedMatrix factor, PaddedMatrix data, PaddedMatrix other, PaddedMatrix workspace)
    {
        var gram = new PaddedMatrix(other.Columns, other.Columns);
        Products.TransposedTimes(other, other, gram);
        var violations = new float[factor.Stride];
        Products.ForColumns(factor.Stride, (long)data.PaddedRows * factor.PaddedRows * factor.Stride, (from, to) =>
        {
            Products.TransposedTimes(other, data, workspace, from, to);
            Descend(factor, gram, workspace, violations, from, to);
        });
        double sum = 0;
        foreach (float violation in violations)
            sum += violation;
        return sum;
    }

    private static void Descend(PaddedMatrix factor, PaddedMatrix gram, PaddedMatrix product, float[] violations, int from, int to)
    {
        fixed (float* violation = violations)
        {
            if (Vector512.IsHardwareAccelerated)
                Run<Lane512<float>>(factor, gram, product, violation, (from, to));
            else if (Vector256.IsHardwareAccelerated)
                Run<Lane256<float>>(factor, gram, product, violation, (from, to));
            else
                Run<Lane128<float>>(factor, gram, product, violation, (from, to));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TLane>(
        PaddedMatrix factor, PaddedMatrix gram, PaddedMatrix product, float* violations, (int From, int To) range)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int components = factor.Rows;
        TLane zero = TLane.All(0), infinite = TLane.All(float.MaxValue);
        for (int column = range.From; column < range.To; column += TLane.Count)
        {
            TLane violation = zero;
            for (int t = 0; t < components; t++)
            {
                float* weights = gram.Data + (nint)t * gram.Stride;
                float* here = factor.Data + (nint)t * factor.Stride + column;
                if (weights[t] == 0)
                    continue;
                TLane gradient = Gradient<TLane>(factor.Data + column, factor.Stride, weights, components)
                    - TLane.Load(product.Data + (nint)t * product.Stride + column);
                TLane old = TLane.Load(here);

                // Where the number is zero only a negative gradient is a violation: old·max bounds a positive one by zero there.
                TLane positive = TLane.Min(TLane.Max(gradient, zero), TLane.Min(old * infinite, infinite));
                violation += positive + TLane.Max(zero - gradient, zero);
                TLane.Max(TLane.SubtractProduct(gradient, TLane.All(1 / weights[t]), old), zero).Store(here);
            }

            violation.Store(violations + column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLane Gradient<TLane>(float* column, int stride, float* weights, int components)
        where TLane : unmanaged, ILane<TLane, float>
    {
        TLane even = TLane.All(0), odd = even;
        int r = 0;
        for (; r + 1 < components; r += 2)
        {
            even = TLane.MultiplyAdd(TLane.All(weights[r]), TLane.Load(column), even);
            odd = TLane.MultiplyAdd(TLane.All(weights[r + 1]), TLane.Load(column + stride), odd);
            column += 2 * stride;
        }

        return r < components ? TLane.MultiplyAdd(TLane.All(weights[r]), TLane.Load(column), even + odd) : even + odd;
    }
}
