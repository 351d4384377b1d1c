namespace Cymatic.Mosaic;

/// <summary>Asks of each candidate whether it is the same recording as the target: whether their phases agree.</summary>
internal sealed class CoherenceRater
{
    private readonly Corpus _corpus;
    private readonly LagProducts _lags;
    private readonly int _targets;

    public CoherenceRater(Corpus corpus, TargetUnits target, int seed, CancellationToken cancel)
    {
        (_corpus, _targets) = (corpus, target.Count);
        Spectra = new PhaseSpectra(corpus, target.Sound, cancel);
        _lags = new LagProducts(Spectra.Transform);
        Chance = ChanceCoherence.Of(Spectra, _lags, target.Count, corpus, seed, cancel);
    }

    /// <summary>What is there by chance.</summary>
    public ChanceCoherence Chance { get; }

    /// <summary>The spectra with phase.</summary>
    public PhaseSpectra Spectra { get; }

    /// <summary>Fills in the coherence of all candidates.</summary>
    public void Rate(CandidateTable table, CancellationToken cancel) => UnitBlocks.Run(_targets, (first, count) =>
    {
        for (int t = first; t < first + count; t++)
        {
            float[][] units = new float[table.CountOf(t)][];
            for (int i = 0; i < units.Length; i++)
                units[i] = Spectra.OfCorpus(table.UnitsOf(t)[i]);
            _lags.Run(Spectra.OfTarget(t), units, table.Coherence.AsSpan(table.PlaceOf(t), units.Length));
        }
    }, cancel, block: 16);

    /// <summary>The best candidate by coherence of each target, or −1 where none is above what chance gives.</summary>
    public int[] Copies(CandidateTable table)
    {
        var copies = new int[_targets];
        for (int t = 0; t < _targets; t++)
        {
            float best = (float)Chance.Gate + 0.1f;
            copies[t] = -1;
            for (int place = table.PlaceOf(t), end = place + table.CountOf(t); place < end; place++)
            {
                if (table.Coherence[place] > best)
                    (best, copies[t]) = (table.Coherence[place], table.Units[place]);
            }
        }

        return copies;
    }
}
