using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>How well observations lie in their clusters.</summary>
/// <remarks>Rousseeuw, J. Comp. Appl. Math. 20, 1987. Equals scikit-learn's silhouette_samples with Euclidean distances.</remarks>
public static class Silhouette
{
    /// <summary>For each observation (b − a) / max(a, b), with its mean distance a from its own cluster and b from the nearest other one;
    /// 0 if alone.</summary>
    /// <param name="observations">Observations × features, finite.</param>
    /// <param name="labels">The cluster of each, not negative; at least two clusters.</param>
    /// <exception cref="ArgumentException">Not as many labels as observations, or fewer than two clusters.</exception>
    public static double[] Of(DenseMatrix observations, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(labels);
        observations.Check(nameof(observations), 2);
        if (labels.Count != observations.Rows)
            throw new ArgumentException($"{labels.Count} labels are not for {observations.Rows} observations.", nameof(labels));
        int[] names = [.. labels.Distinct().Order()], of = [.. labels.Select(label => Array.BinarySearch(names, label))],
            sizes = new int[names.Length];
        if (names.Length < 2)
            throw new ArgumentException($"{labels.Count} labels are all {names[0]}: there must be two clusters.", nameof(labels));
        foreach (int label in of)
            sizes[label]++;
        var widths = new double[of.Length];
        FrameLoop.Run(of.Length, (start, count) =>
        {
            using var scratch = new Rented<float>(of.Length);
            var sums = new double[sizes.Length];
            for (int i = start; i < start + count; i++)
            {
                Distances.Squared(observations[i], observations, scratch.Span);
                TensorPrimitives.Sqrt<float>(scratch.Span, scratch.Span);
                Array.Clear(sums);
                for (int j = 0; j < of.Length; j++)
                    sums[of[j]] += scratch.Span[j];
                widths[i] = Width(of[i], sums, sizes);
            }
        });
        return widths;
    }

    private static double Width(int own, double[] sums, int[] sizes)
    {
        if (sizes[own] == 1)
            return 0;
        double inside = sums[own] / (sizes[own] - 1), outside = double.PositiveInfinity;
        for (int other = 0; other < sums.Length; other++)
            outside = other == own ? outside : Math.Min(outside, sums[other] / sizes[other]);
        double larger = Math.Max(inside, outside);
        return larger > 0 ? (outside - inside) / larger : 0;
    }
}
