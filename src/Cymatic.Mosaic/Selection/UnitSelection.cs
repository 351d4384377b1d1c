namespace Cymatic.Mosaic;

/// <summary>Chooses units of a corpus for a target.</summary>
public static class UnitSelection
{
    /// <summary>The plan of a mosaic.</summary>
    /// <param name="corpus">Where units are taken from.</param>
    /// <param name="target">What is re-created; it is cut as the corpus is.</param>
    /// <param name="options">How units are chosen.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the work.</param>
    public static MosaicPlan Select(
        Corpus corpus, TargetSound target, SelectionOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(target);
        options ??= new();
        var units = new TargetUnits(UnitCutter.Target(target.Samples, target.Duration, corpus.Options.Units, cancel), cancel);
        var spectra = new SpectrumSource(corpus, cancel);
        CandidateTable table = new CandidateFinder(corpus, units, spectra, options).Find(progress, cancel);
        Utility.Rate(table, corpus, units, options);
        return new PlanMaker(corpus, units, options).Make(target.Duration, table, NearestChoice.Choose(table));
    }
}
