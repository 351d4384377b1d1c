using System.Buffers;
using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>Finds the candidates of every unit of a target: searched by 64 components, compared in full.</summary>
internal sealed class CandidateFinder
{
    private const int Block = 64, Searched = 48, Kept = 24;

    private readonly Corpus _corpus;
    private readonly TargetUnits _target;
    private readonly SpectrumSource _spectra;
    private readonly SelectionOptions _options;
    private readonly SourceChoice _choice;
    private readonly int[] _quietest;

    public CandidateFinder(Corpus corpus, TargetUnits target, SpectrumSource spectra, SelectionOptions options)
    {
        (_corpus, _target, _spectra, _options) = (corpus, target, spectra, options);
        _choice = new SourceChoice(corpus, options);
        _quietest = QuietUnits.Of(corpus, _choice);
    }

    /// <summary>The candidates of all targets, not rated yet.</summary>
    /// <param name="room">How many candidates of other kinds each target may get later.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the work.</param>
    public CandidateTable Find(int room, IProgress<double>? progress, CancellationToken cancel)
    {
        // An hour of frames has 108,000 targets: each place takes 1.7 MB.
        var table = new CandidateTable(_target.Count, (2 * Kept) + room);
        var search = new UnitSearch(_corpus, _choice, _options.CentredWeight);
        var background = new LikenessBackground(_corpus, _spectra, _options);
        int done = 0;
        UnitBlocks.Run(_target.Count, (first, count) =>
        {
            TargetBlock block = _target.Block(first, count, _corpus.Basis);
            background.Measure(block, table);
            BestList[] likest = Lists(count), likestCentred = Lists(count);
            search.Search(block, likest, likestCentred, cancel);
            for (int i = 0; i < count; i++)
                Keep(block, i, likest[i].Units, likestCentred[i].Units, table);
            progress?.Report((double)Interlocked.Add(ref done, count) / _target.Count);
        }, cancel, Block);
        return table;
    }

    /// <summary>How like units of the corpus are to a unit of the target.</summary>
    public void Likeness(int target, ReadOnlySpan<int> units, Span<float> likeness)
    {
        Span<float> whole = stackalloc float[Analysis.Bands], centred = stackalloc float[Analysis.Bands];
        Span<float> bands = stackalloc float[Analysis.Bands];
        _target.Hear(target, whole, centred);
        for (int i = 0; i < units.Length; i++)
        {
            _spectra.Read(units[i], bands);
            (float x0, float x1) = _spectra.Compare(new(whole, centred), units[i], bands);
            likeness[i] = Mixed(x0, x1);
        }
    }

    /// <summary>How like units are by their components, for some of the target's units.</summary>
    public UnitScore Sketch(int first, int count)
    {
        TargetBlock block = _target.Block(first, count, _corpus.Basis);
        return (target, unit) =>
        {
            int i = target - first;
            CorpusSource source = _corpus.Sources[_corpus.SourceOf(unit)];
            Span<float> features = stackalloc float[Analysis.Components];
            _corpus.Features.Read(unit, features);
            ReadOnlySpan<float> whole = block.WholeComponents.AsSpan(i * Analysis.Components, Analysis.Components);
            ReadOnlySpan<float> centred = block.CentredComponents.AsSpan(i * Analysis.Components, Analysis.Components);
            float x0 = TensorPrimitives.Dot(block.Whole.AsSpan(i * Analysis.Bands, Analysis.Bands), source.Facts.Mean)
                + (source.Facts.Deviations[unit - source.FirstUnit] * TensorPrimitives.Dot(whole, features));
            return Mixed(x0, TensorPrimitives.Dot(centred, features));
        };
    }

    /// <summary>Makes units candidates of a target.</summary>
    public void Add(CandidateTable table, int target, ReadOnlySpan<int> units)
    {
        Span<float> likeness = stackalloc float[units.Length];
        Likeness(target, units, likeness);
        for (int i = 0; i < units.Length; i++)
            table.Add(target, units[i], likeness[i]);
    }

    private float Mixed(float whole, float centred) =>
        (float)(((1 - _options.CentredWeight) * whole) + (_options.CentredWeight * centred));

    private static BestList[] Lists(int count) => [.. Enumerable.Range(0, count).Select(_ => new BestList(Searched))];

    private void Keep(TargetBlock block, int i, ReadOnlySpan<int> likest, ReadOnlySpan<int> likestCentred, CandidateTable table)
    {
        int target = block.First + i;
        if (_target.Facts.Levels[target] <= Analysis.SilentDb)
        {
            foreach (int unit in _quietest)
                table.Add(target, unit, 0);
            return;
        }

        HashSet<int> found = [.. likest, .. likestCentred];
        BestList whole = new(Kept), centred = new(Kept);
        Dictionary<int, float> likeness = [];
        float[] bands = ArrayPool<float>.Shared.Rent(Analysis.Bands);
        Span<float> spectrum = bands.AsSpan(0, Analysis.Bands);
        var one = new TargetSpectrum(
            block.Whole.AsSpan(i * Analysis.Bands, Analysis.Bands), block.Centred.AsSpan(i * Analysis.Bands, Analysis.Bands));
        foreach (int unit in found.Order())
        {
            _spectra.Read(unit, spectrum);
            (float x0, float x1) = _spectra.Compare(one, unit, spectrum);
            likeness[unit] = Mixed(x0, x1);
            whole.Offer(likeness[unit], unit);
            centred.Offer(x1, unit);
        }

        ArrayPool<float>.Shared.Return(bands);
        foreach (int unit in whole.Units)
            table.Add(target, unit, likeness[unit]);
        foreach (int unit in centred.Units)
            table.Add(target, unit, likeness[unit]);
    }
}
