namespace Cymatic.Mosaic;

/// <summary>
/// Finds the candidates of a target, and whether it was made from the corpus: where its units begin, and which are copies.
/// </summary>
internal sealed class TargetMatcher(Corpus corpus, TargetSound target, SelectionOptions options)
{
    // Copies are 0.23 of the units and more, even in noise as loud as they are; other material comes to 0.12 at most.
    private const double CopyShare = 0.2, CopyWeight = 0.75;

    private int Successors => options.Method == SelectionMethod.Viterbi ? SuccessorFinder.Kept : 0;

    /// <summary>The candidates, with their coherence.</summary>
    public TargetMatch Match(IProgress<double>? progress, CancellationToken cancel)
    {
        var spectra = new SpectrumSource(corpus, cancel);
        TargetMatch match = Match(0, spectra, progress, cancel);
        if (match.Rater is not { } rater)
            return match;
        double offset = OffsetFinder.Find(rater.Spectra, match.Table, cancel);
        TargetMatch other = offset == 0 ? match : Match(offset, spectra, progress, cancel);
        if (other.CopiedShare > Math.Max(CopyShare, match.CopiedShare))
            match = other;
        return match.CopiedShare < CopyShare ? match : Copied(match, spectra, cancel);
    }

    private TargetMatch Match(double offset, SpectrumSource spectra, IProgress<double>? progress, CancellationToken cancel)
    {
        var units = new TargetUnits(UnitCutter.Target(target, corpus.Options.Units, offset, cancel), cancel);
        var finder = new CandidateFinder(corpus, units, spectra, options);
        CandidateTable table = finder.Find(Successors, progress, cancel);
        if (options.Method == SelectionMethod.Viterbi)
            new SuccessorFinder(corpus, finder.Sketch, finder.Add).Add(table, cancel);
        if (!corpus.Options.Units.IsGrid)
            return new(units, table);
        var rater = new CoherenceRater(corpus, units, options.Seed, cancel);
        rater.Rate(table, cancel);
        double copied = rater.Copies(table).Count(unit => unit >= 0) / (double)units.Count;
        return new(units, table) { Rater = rater, Chance = rater.Chance, CopiedShare = copied, Offset = offset };
    }

    /// <summary>The candidates of a target that was made from the corpus: noise and equalisation matter less, phase more.</summary>
    private TargetMatch Copied(TargetMatch match, SpectrumSource spectra, CancellationToken cancel)
    {
        CoherenceRater rater = match.Rater!;
        SelectionOptions centred = options with { CentredWeight = Math.Max(CopyWeight, options.CentredWeight) };
        var finder = new CandidateFinder(corpus, match.Target, spectra, centred);
        CandidateTable table = finder.Find(Successors + CopySearch.Kept, null, cancel);
        new CopySearch(corpus, rater.Spectra, new SourceChoice(corpus, options)).Add(table, rater.Copies(match.Table), finder, cancel);
        if (options.Method == SelectionMethod.Viterbi)
            new SuccessorFinder(corpus, finder.Sketch, finder.Add).Add(table, cancel);
        rater.Rate(table, cancel);
        return match with { Table = table, Chance = rater.Chance with { Gate = 0 } };
    }
}
