namespace Cymatic.Mosaic;

/// <summary>How good each candidate is, in nats.</summary>
/// <remarks>
/// U = ½z² − 8·ln(1 − A + 0.001) + (B/2)·max(0, ln((1−R₀²)/(1−R²))) − level. z rates a likeness A against that of the
/// whole corpus to the same target, so that one dial fits all material; the logarithm keeps exact copies ahead of near ones; coherence R
/// beyond what chance gives says that a unit is the very recording, which is worth as much as B independent bins can prove.
/// </remarks>
internal static class Utility
{
    private const double CopyWeight = 8, CopyFloor = 0.001, LevelSlackDb = 6;

    /// <summary>Rates all candidates.</summary>
    /// <param name="match">The candidates and their targets.</param>
    /// <param name="corpus">Where they come from.</param>
    /// <param name="options">The cost of levels.</param>
    public static void Rate(TargetMatch match, Corpus corpus, SelectionOptions options)
    {
        (CandidateTable table, TargetUnits target) = (match.Table, match.Target);
        var choice = new SourceChoice(corpus, options);
        float least = 0.5f * Median(table.Deviation, _ => true);
        float targetLevel = Median(target.Facts.Levels, level => level > Analysis.SilentDb);
        float corpusLevel = LevelOf(corpus);
        for (int t = 0; t < table.Targets; t++)
        {
            float deviation = Math.Max(1e-6f, Math.Max(least, table.Deviation[t])), loud = target.Facts.Levels[t] - targetLevel;
            for (int place = table.PlaceOf(t), end = place + table.CountOf(t); place < end; place++)
            {
                double a = table.Likeness[place], z = Math.Max(0, (a - table.Mean[t]) / deviation);
                double excess = Math.Abs(loud - (LevelOf(corpus, table.Units[place]) - corpusLevel)) - LevelSlackDb;
                table.Utility[place] = (float)((0.5 * z * z) - (CopyWeight * Math.Log(Math.Max(0, 1 - a) + CopyFloor))
                    + Proof(table.Coherence[place], match.Chance) - (options.LevelCost * Math.Max(0, excess))
                    + choice.Bonus(corpus.SourceOf(table.Units[place])));
            }
        }
    }

    private static double Proof(double coherence, ChanceCoherence? chance) => chance is null
        ? 0
        : 0.5 * chance.Bins * Math.Max(0, Math.Log((1 - (chance.Gate * chance.Gate)) / Math.Max(1e-4, 1 - (coherence * coherence))));

    /// <summary>The level of a unit in decibels.</summary>
    public static float LevelOf(Corpus corpus, int unit)
    {
        CorpusSource source = corpus.Sources[corpus.SourceOf(unit)];
        return source.Facts.Levels[unit - source.FirstUnit];
    }

    /// <summary>The median level of the units that are not silent.</summary>
    public static float LevelOf(Corpus corpus) =>
        Median(corpus.Sources.SelectMany(source => source.Facts.Levels), level => level > Analysis.SilentDb);

    /// <summary>The median of those numbers that count; 0 when none does.</summary>
    public static float Median(IEnumerable<float> numbers, Func<float, bool> counts)
    {
        float[] sorted = [.. numbers.Where(counts).Order()];
        return sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
    }
}
