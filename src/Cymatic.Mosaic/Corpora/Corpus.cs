namespace Cymatic.Mosaic;

/// <summary>Many sounds cut into units, each of which can be found by how it sounds.</summary>
public sealed class Corpus : IDisposable
{
    private readonly CorpusSource[] _sources;

    internal Corpus(IReadOnlyList<CorpusSource> sources, CorpusOptions options, SearchBasis basis, Table<float> features)
    {
        (_sources, Options, Basis, Features) = ([.. sources], options, basis, features);
        foreach (CorpusSource source in _sources)
        {
            source.FirstUnit = Count;
            Count = checked(Count + source.Units);
        }
    }

    /// <summary>The files.</summary>
    public IReadOnlyList<CorpusSource> Sources => _sources;

    /// <summary>Number of units of all sources.</summary>
    public int Count { get; }

    /// <summary>How it was cut and heard.</summary>
    public CorpusOptions Options { get; }

    internal SearchBasis Basis { get; }

    internal Table<float> Features { get; }

    /// <summary>A corpus in memory.</summary>
    /// <param name="sounds">The sources, at least one, each with at least one sample.</param>
    /// <param name="options">How they are cut and heard.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">There is no source, or one is empty.</exception>
    public static Corpus Of(
        IReadOnlyList<CorpusSound> sounds, CorpusOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sounds);
        if (sounds.Count == 0)
            throw new ArgumentException("A corpus has at least one source.", nameof(sounds));
        options ??= new();
        var sources = new List<CorpusSource>();
        foreach (CorpusSound sound in sounds)
        {
            if (sound.Sound.Length == 0)
                throw new ArgumentException($"{sound.Path} holds no sample.", nameof(sounds));
            double duration = sound.Duration ?? sound.Sound.Duration;
            UnitSound units = UnitCutter.Source(HalfSound.Of(sound.Sound, cancel), duration, options.Units, cancel);
            var source = new CorpusSource(new(sound.Path, duration, sound.HasVideo), units, new UnitListener(units).HearAll(cancel));
            source.Features = MeasuredFeatures.Of(source, sound.Seed, options, cancel);
            sources.Add(source);
            progress?.Report((double)sources.Count / (sounds.Count + 1));
        }

        SearchBasis basis = SearchBasis.Of(sources, cancel);
        var features = new float[checked((int)sources.Sum(source => (long)source.Units * Analysis.Components))];
        int at = 0;
        foreach (CorpusSource source in sources)
        {
            int start = at;
            FeatureRows.Compute(
                source, basis, (first, rows) => rows.CopyTo(features.AsSpan(start + (first * Analysis.Components))), cancel);
            at += source.Units * Analysis.Components;
        }

        progress?.Report(1);
        return new(sources, options, basis, new MemoryTable<float>(features, Analysis.Components));
    }

    /// <summary>Which source a unit belongs to.</summary>
    public int SourceOf(int unit)
    {
        int low = 0, high = _sources.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _sources[middle].FirstUnit <= unit ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Features.Dispose();
        foreach (CorpusSource source in _sources)
        {
            source.Sound.Dispose();
            foreach (Table<float> table in source.Features.Values)
                table.Dispose();
        }
    }
}
