using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>
/// Units of a corpus and of a target as points: features side by side, normalised, each times the root of its weight. The mean squared
/// distance of two units that are drawn by lot is 2.
/// </summary>
/// <remarks>What is silent, and what may not be chosen, is NaN. Large corpora wait in a file without a name, and are mapped.</remarks>
internal sealed class FeatureSpace : IDisposable
{
    private const long MostInMemory = 16 << 20;
    private const int Block = 1024;
    private readonly Corpus _corpus;
    private readonly FeaturePart[] _parts;
    private readonly bool _isCosine;

    /// <param name="corpus">The corpus.</param>
    /// <param name="options">Features, weights and metric; sources that are forbidden.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <param name="mostInMemory">Numbers of the corpus' points that are kept in memory.</param>
    /// <exception cref="SelectionException">The corpus does not keep a feature, or no unit has one.</exception>
    public FeatureSpace(Corpus corpus, SelectionOptions options, CancellationToken cancel, long mostInMemory = MostInMemory)
    {
        (_corpus, _isCosine) = (corpus, options.Metric == UnitMetric.Cosine);
        Check(corpus, options.Features);
        IReadOnlyList<UnitFeature> features = options.Features.Features;
        double[] weights = [.. features.Select(feature => options.Features[feature] ?? corpus.Options.Features[feature] ?? 1)];
        _parts = [.. features.Select(feature => new FeaturePart(corpus, feature, _isCosine, cancel))];
        if (_parts.Any(part => part.Units == 0))
        {
            throw new SelectionException(
                $"Not one unit of the corpus has the features {options.Features}: its sources are silent, or a frame long.");
        }

        for (int p = 0; p < _parts.Length; p++)
            _parts[p].Factor = _parts[p].Deviation == 0 ? 0 : (float)(Math.Sqrt(weights[p] / weights.Sum()) / _parts[p].Deviation);
        Columns = _parts.Sum(part => part.Columns);
        Units = Points(new SourceChoice(corpus, options), mostInMemory, cancel);
    }

    /// <summary>Numbers of a point.</summary>
    public int Columns { get; }

    /// <summary>The points of the corpus.</summary>
    public Table<float> Units { get; }

    /// <summary>The points of a target.</summary>
    /// <exception cref="SelectionException">A specgram is asked for of a target that is not known at 44.1 kHz.</exception>
    public float[] PointsOf(TargetUnits target, TargetSound sound, CancellationToken cancel)
    {
        float[] points = _parts.Length == 1 ? [] : new float[checked(target.Count * Columns)];
        int column = 0;
        foreach (FeaturePart part in _parts)
        {
            if (part.Feature == UnitFeature.Specgram && sound.Seed is null)
                throw new SelectionException("The specgram of a target needs its sound at 44.1 kHz.");
            CorpusOptions wanted = _corpus.Options with { Features = FeatureWeights.Of(part.Feature) };
            float[] rows = MeasuredFeatures.InMemory(target.Sound, sound.Seed, wanted, isCorpus: false, cancel)[0];
            part.NormaliseTarget(rows);
            if (_parts.Length == 1)
                points = rows;
            else
                Place(rows, part.Columns, points, column);
            column += part.Columns;
        }

        Finish(points);
        return points;
    }

    /// <inheritdoc/>
    public void Dispose() => Units.Dispose();

    private static void Check(Corpus corpus, FeatureWeights features)
    {
        string[] missing = [.. features.Features.Except(corpus.Options.Features.Features).Select(FeatureWeights.NameOf)];
        if (missing.Length > 0)
            throw new SelectionException($"The corpus does not keep the features {string.Join(", ", missing)}.");
    }

    private Table<float> Points(SourceChoice choice, long mostInMemory, CancellationToken cancel)
    {
        if ((long)_corpus.Count * Columns <= mostInMemory)
        {
            var points = new float[_corpus.Count * Columns];
            int at = 0;
            Fill(choice, rows => { rows.CopyTo(points.AsSpan(at)); at += rows.Length; }, cancel);
            return new MemoryTable<float>(points, Columns);
        }

        return NamelessTable.Of<float>(path =>
        {
            using var writer = new NpyWriter<float>(path, Columns);
            Fill(choice, writer.Write, cancel);
            writer.Commit();
        });
    }

    private void Fill(SourceChoice choice, FeatureRows.TakeNext take, CancellationToken cancel)
    {
        float[] points = new float[Block * Columns], numbers = new float[Block * _parts.Max(part => part.Columns)];
        for (int s = 0; s < _corpus.Sources.Count; s++)
        {
            CorpusSource source = _corpus.Sources[s];
            for (int first = 0; first < source.Units; first += Block)
            {
                cancel.ThrowIfCancellationRequested();
                int count = Math.Min(Block, source.Units - first), column = 0;
                Span<float> rows = points.AsSpan(0, count * Columns);
                foreach (FeaturePart part in _parts)
                {
                    Span<float> own = numbers.AsSpan(0, count * part.Columns);
                    source.Features[part.Feature].Read(first, own);
                    part.Normalise(own, s);
                    Place(own, part.Columns, rows, column);
                    column += part.Columns;
                }

                Finish(rows);
                if (!choice.IsAllowed(s))
                    rows.Fill(float.NaN);
                take(rows);
            }
        }
    }

    private void Place(ReadOnlySpan<float> numbers, int width, Span<float> points, int column)
    {
        for (int i = 0; i < numbers.Length / width; i++)
            numbers.Slice(i * width, width).CopyTo(points.Slice((i * Columns) + column, width));
    }

    /// <summary>Angles are distances between points that are one from the origin.</summary>
    private void Finish(Span<float> points)
    {
        for (int at = 0; _isCosine && at < points.Length; at += Columns)
        {
            Span<float> point = points.Slice(at, Columns);
            TensorPrimitives.Divide(point, TensorPrimitives.Norm<float>(point), point);
        }
    }
}
