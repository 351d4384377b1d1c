using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Finds the candidates of a target among all units of a corpus by features: the nearest points.</summary>
/// <remarks>
/// A likeness is 1 − d²/2, as it is for spectra of length one: 1 for the same, 0 on average. Silent units of the target get the quietest.
/// </remarks>
internal sealed class FeatureMatcher(Corpus corpus, TargetSound target, SelectionOptions options)
{
    private const int Kept = 48, Block = 64;
    private readonly SourceChoice _choice = new(corpus, options);

    /// <summary>The candidates in order, the nearest first.</summary>
    public TargetMatch Match(IProgress<double>? progress, CancellationToken cancel)
    {
        if (options.Method == SelectionMethod.Bee)
            throw new SelectionException("The method bee mixes spectra; it cannot go by features. The methods nearest and viterbi can.");
        var units = new TargetUnits(UnitCutter.Target(target, corpus.Options.Units, 0, cancel), cancel);
        using var space = new FeatureSpace(corpus, options, cancel);
        float[] points = space.PointsOf(units, target, cancel);
        var table = new CandidateTable(units.Count, Kept + SuccessorFinder.Kept) { IsRanked = true };
        int count = Math.Min(Kept, corpus.Count);
        Neighbours found = new NearestSearch(space.Units, UnitMetric.Euclidean).Find(new(points, space.Columns), count, progress, cancel);
        int[] quietest = QuietUnits.Of(corpus, _choice);
        for (int t = 0; t < units.Count; t++)
        {
            bool isSilent = found.Indices[t * count] < 0;
            for (int i = 0; i < (isSilent ? quietest.Length : count); i++)
            {
                (int unit, float d) = isSilent ? (quietest[i], 0) : (found.Indices[(t * count) + i], found.Distances[(t * count) + i]);
                if (unit >= 0)
                    table.Add(t, unit, isSilent ? 0 : 1 - (d * d / 2));
            }
        }

        Measure(space, points, table, cancel);
        if (options.Method == SelectionMethod.Viterbi)
            Follow(space, points, table, cancel);
        return new(units, table);
    }

    /// <summary>Fills in how like each target is to units by chance.</summary>
    private void Measure(FeatureSpace space, float[] points, CandidateTable table, CancellationToken cancel)
    {
        float[][] sample =
        [
            .. LikenessBackground.Drawn(corpus.Count, options.Seed).Select(unit => Point(space, unit))
                .Where(point => float.IsFinite(TensorPrimitives.Sum<float>(point))),
        ];
        if (sample.Length == 0)
            return;
        float[] rows = [.. sample.SelectMany(p => p)];
        float[] sizes = [.. sample.Select(p => TensorPrimitives.SumOfSquares<float>(p))];
        UnitBlocks.Run(table.Targets, (first, count) =>
        {
            ReadOnlySpan<float> own = points.AsSpan(first * space.Columns, count * space.Columns);
            var products = new float[count * sample.Length];
            RowProducts.Of(own, rows, space.Columns, products);
            for (int i = 0; i < count; i++)
            {
                float size = TensorPrimitives.SumOfSquares(own.Slice(i * space.Columns, space.Columns));
                (table.Mean[first + i], table.Deviation[first + i]) =
                    Likeness(size, sizes, products.AsSpan(i * sample.Length, sample.Length));
            }
        }, cancel, Block);
    }

    /// <summary>Mean and deviation of how like a point is to others; zeros for silence.</summary>
    private static (float Mean, float Deviation) Likeness(float size, ReadOnlySpan<float> sizes, ReadOnlySpan<float> products)
    {
        if (float.IsNaN(size))
            return (0, 0);
        double sum = 0, squares = 0;
        for (int j = 0; j < sizes.Length; j++)
        {
            double likeness = 1 - ((size + sizes[j]) / 2) + products[j];
            sum += likeness;
            squares += likeness * likeness;
        }

        (double mean, double square) = (sum / sizes.Length, squares / sizes.Length);
        return ((float)mean, (float)Math.Sqrt(Math.Max(0, square - (mean * mean))));
    }

    private void Follow(FeatureSpace space, float[] points, CandidateTable table, CancellationToken cancel)
    {
        float Score(int t, int unit)
        {
            float d = TensorPrimitives.Distance(Point(space, unit), points.AsSpan(t * space.Columns, space.Columns));
            return float.IsNaN(d) ? float.NegativeInfinity : 1 - (d * d / 2);
        }

        new SuccessorFinder(corpus, (_, _) => Score, (candidates, t, units) =>
        {
            foreach (int unit in units)
                candidates.Add(t, unit, Score(t, unit));
        }).Add(table, cancel);
    }

    private static float[] Point(FeatureSpace space, int unit)
    {
        var point = new float[space.Columns];
        space.Units.Read(unit, point);
        return point;
    }
}
