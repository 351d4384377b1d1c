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
    /// <exception cref="SelectionException">
    /// All sources are forbidden, the corpus is too small for the limits, or a feature is asked for that it does not keep.
    /// </exception>
    public static MosaicPlan Select(
        Corpus corpus, TargetSound target, SelectionOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(target);
        options ??= new();
        // Features that hear levels say themselves what a level is worth.
        if (options.Features.Features.Any(feature => feature is UnitFeature.Loudness or UnitFeature.Specgram))
            options = options with { LevelCost = 0 };
        TargetMatch match = options.Features.IsEmpty
            ? new TargetMatcher(corpus, target, options).Match(progress, cancel)
            : new FeatureMatcher(corpus, target, options).Match(progress, cancel);
        Utility.Rate(match, corpus, options);
        var maker = new PlanMaker(corpus, match, options);
        if (options.Method == SelectionMethod.Bee)
            return maker.Make(target.Duration, new BeeChoice(corpus, match, options).Choose(cancel));
        JoinCosts? joins = options.Method == SelectionMethod.Viterbi ? new JoinCosts(corpus, options) : null;
        int[] chosen = joins is null ? NearestChoice.Choose(match.Table) : new ViterbiChoice(match.Table, joins).Choose(cancel);
        if (LimitedChoice.IsAsked(options))
            chosen = new LimitedChoice(corpus, match, options, joins).Keep(chosen, cancel);
        return maker.Make(target.Duration, chosen, joins);
    }
}
