using System.Globalization;

namespace Cymatic.Grid;

/// <summary>What became of onsets that someone else told.</summary>
internal static class ToldRemarks
{
    private const double NearSeconds = 0.050;

    /// <summary>Sentences for the user: how many have no block, and why; none when each has one.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<double> told, SoundGrid grid)
    {
        if (grid.Method == "nmf")
        {
            yield return "The method nmf looks at fractions of a beat: the onsets that were told changed nothing.";
            yield break;
        }

        int outside = told.Count(t => t < 0 || t >= grid.Duration);
        if (outside > 0)
            yield return Invariant($"{outside} of the {told.Count} onsets lie outside of the song and have no block.");
        double[] inside = [.. told.Where(t => t >= 0 && t < grid.Duration).Order()];
        int without = inside.Length - Matched(inside, [.. grid.Events.Select(block => block.Onset).Order()]);
        if (without > 0)
        {
            const string why = "what starts there could not be told from what starts with it";
            yield return Invariant($"{without} of the {told.Count} onsets have no block of their own: {why}.");
        }
    }

    /// <summary>Onsets that have a block within 50 ms, each block counting once; both rise.</summary>
    private static int Matched(double[] told, double[] blocks)
    {
        int matched = 0;
        for (int t = 0, b = 0; t < told.Length && b < blocks.Length;)
        {
            if (blocks[b] < told[t] - NearSeconds)
                b++;
            else if (blocks[b] > told[t] + NearSeconds)
                t++;
            else
                (matched, t, b) = (matched + 1, t + 1, b + 1);
        }

        return matched;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
