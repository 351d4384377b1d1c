namespace Cymatic.Mosaic;

/// <summary>How good each candidate is, in nats.</summary>
/// <remarks>
/// U = ½z² − 8·ln(1 − A + 0.001) − level. z rates a likeness A against that of the whole corpus to the same target, so that one dial fits
/// all material; the logarithm keeps exact copies ahead of near ones.
/// </remarks>
internal static class Utility
{
    private const double CopyWeight = 8, CopyFloor = 0.001, LevelSlackDb = 6;

    /// <summary>Rates all candidates.</summary>
    public static void Rate(CandidateTable table, Corpus corpus, TargetUnits target, SelectionOptions options)
    {
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
                    - (options.LevelCost * Math.Max(0, excess)));
            }
        }
    }

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
