namespace Cymatic.Mosaic;

/// <summary>For each target the candidate of the largest utility; of equal ones the first in the corpus, or in the ranking.</summary>
internal static class NearestChoice
{
    /// <summary>Units of the corpus, one for each target.</summary>
    public static int[] Choose(CandidateTable table)
    {
        var chosen = new int[table.Targets];
        for (int t = 0; t < chosen.Length; t++)
        {
            int best = table.PlaceOf(t);
            for (int place = best + 1, end = best + table.CountOf(t); place < end; place++)
            {
                float gain = table.Utility[place] - table.Utility[best];
                if (gain > 0 || (gain == 0 && !table.IsRanked && table.Units[place] < table.Units[best]))
                    best = place;
            }

            chosen[t] = table.Units[best];
        }

        return chosen;
    }
}
