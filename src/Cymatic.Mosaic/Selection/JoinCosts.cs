using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>What it costs to go from one unit of the corpus to another: nothing where the source goes on.</summary>
/// <remarks>
/// w·(½ + ½·d), with d how unlike the chosen unit is to the one that would have followed, 0 to 2, against the median of units drawn by
/// lot: one dial for all material. Where pictures are known d is the mean of how unlike it sounds (weight 1) and how unlike it looks
/// (<see cref="SelectionOptions.VisualWeight"/>). The same unit again costs w more. Hunt and Black, ICASSP 1996, section 2.
/// </remarks>
internal sealed class JoinCosts
{
    private const int Numbers = Analysis.Components + 1, Draws = 2000;
    private readonly Corpus _corpus;
    private readonly float[][] _means;
    private readonly float[] _beside;
    private readonly double _typical;
    private readonly double _weight, _visual;
    private readonly PictureDistances? _pictures;

    public JoinCosts(Corpus corpus, SelectionOptions options)
    {
        (_corpus, _weight) = (corpus, options.JumpCost);
        _means = [.. corpus.Sources.Select(source => Projected(source.Facts.Mean))];
        _beside = [.. corpus.Sources.Select((source, s) => Beside(source.Facts.Mean, _means[s]))];
        _typical = Typical(options.Seed);
        _visual = options.VisualWeight;
        if (options.Pictures is { } pictures && _visual > 0)
            _pictures = new(pictures, corpus.Count, options.Seed);
    }

    /// <summary>The costs of all ways from some units to others: rows of from, columns of to.</summary>
    public void Fill(ReadOnlySpan<int> from, ReadOnlySpan<int> to, Span<float> costs)
    {
        float[] rows = new float[from.Length * Numbers], columns = new float[to.Length * Numbers];
        int[] expected = new int[from.Length];
        for (int i = 0; i < from.Length; i++)
            Sketch(expected[i] = Successor(from[i]) ?? from[i], rows.AsSpan(i * Numbers, Numbers));
        for (int j = 0; j < to.Length; j++)
            Sketch(to[j], columns.AsSpan(j * Numbers, Numbers));
        Signal.RowProducts.Of(rows, columns, Numbers, costs);
        float[] seen = _pictures is null ? [] : new float[costs.Length];
        _pictures?.Fill(expected, to, seen);
        for (int i = 0; i < from.Length; i++)
        {
            int? next = Successor(from[i]);
            for (int j = 0; j < to.Length; j++)
            {
                ref float cost = ref costs[(i * to.Length) + j];
                double distance = next is null ? 2 : Math.Clamp((1 - cost) / _typical, 0, 2);
                if (_pictures is not null)
                    distance = (distance + (_visual * seen[(i * to.Length) + j])) / (1 + _visual);
                cost = to[j] == next ? 0 : (float)(_weight * (0.5 + (0.5 * distance) + (to[j] == from[i] ? 1 : 0)));
            }
        }
    }

    /// <summary>The cost of one way.</summary>
    public float Between(int from, int to)
    {
        Span<float> cost = stackalloc float[1];
        Fill([from], [to], cost);
        return cost[0];
    }

    private int? Successor(int unit)
    {
        CorpusSource source = _corpus.Sources[_corpus.SourceOf(unit)];
        return unit + 1 < source.FirstUnit + source.Units ? unit + 1 : null;
    }

    /// <summary>A whole spectrum by its components and what of its source's mean lies beside them; of length one.</summary>
    private void Sketch(int unit, Span<float> sketch)
    {
        int s = _corpus.SourceOf(unit);
        CorpusSource source = _corpus.Sources[s];
        Span<float> components = sketch[..Analysis.Components];
        _corpus.Features.Read(unit, components);
        TensorPrimitives.MultiplyAdd(components, source.Facts.Deviations[unit - source.FirstUnit], _means[s], components);
        sketch[^1] = _beside[s];
        BandSpectrum.Normalise(sketch);
    }

    private float[] Projected(float[] mean)
    {
        var components = new float[Analysis.Components];
        _corpus.Basis.Project(mean, components);
        return components;
    }

    private static float Beside(float[] mean, float[] components) =>
        MathF.Sqrt(Math.Max(0, TensorPrimitives.SumOfSquares<float>(mean) - TensorPrimitives.SumOfSquares<float>(components)));

    private double Typical(int seed)
    {
        var random = new Random(seed);
        float[] distances = new float[Draws], a = new float[Numbers], b = new float[Numbers];
        for (int i = 0; i < Draws; i++)
        {
            Sketch(random.Next(_corpus.Count), a);
            Sketch(random.Next(_corpus.Count), b);
            distances[i] = 1 - TensorPrimitives.Dot<float>(a, b);
        }

        return Math.Max(1e-3, Utility.Median(distances, _ => true));
    }
}
