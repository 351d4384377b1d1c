namespace Cymatic.Grid;

/// <summary>
/// Decides which candidates are starts of sounds: a small network scores the evidence, helped by the pulse that they imply.
/// </summary>
internal static class OnsetChoice
{
    private const double TwinBonus = 1;

    /// <summary>The kept candidates' indices by time, and the pulse.</summary>
    public static (List<int> Kept, Pulse Pulse) Choose(
        IReadOnlyList<Candidate> candidates, OnsetEvidence[] evidence, List<Twin>[] twins, int rate)
    {
        double[] times = [.. evidence.Select(e => e.Start)];
        double[] scores = Shared([.. evidence.Select(e => OnsetNetwork.Score(e, phase: 0))], evidence, twins, rate);
        Pulse pulse = Pulse.Find(times, Weights(scores, candidates));
        for (int round = 0; round < 3; round++)
        {
            double[] likely = [.. scores.Select(Likely)];
            var phases = new PulsePhases(pulse, times, likely);
            scores = Shared([.. evidence.Select((e, i) => OnsetNetwork.Score(e, phases.At(times[i], likely[i])))], evidence, twins, rate);
            pulse = Pulse.Find(times, Weights(scores, candidates));
        }

        double gap = Math.Max(0.040, pulse.Strength > 0.5 ? 0.35 * pulse.Period : 0);
        var kept = new List<int>();
        // Of two places too near to each other, the one that comes again elsewhere is a sound's start, the other a remainder of
        // what was before.
        double Rank(int i) => scores[i] + TwinBonus * Math.Log(1 + twins[i].Count(t => t.Rho2 > 0.85 && Math.Abs(t.Lag) < 0.004 * rate));
        foreach (int i in Enumerable.Range(0, candidates.Count).Where(i => scores[i] > 0).OrderByDescending(Rank))
        {
            if (kept.All(k => Math.Abs(times[k] - times[i]) >= gap))
                kept.Add(i);
        }

        kept.Sort();
        return (kept, pulse);
    }

    /// <summary>
    /// Near-exact twins are the same moment of the same sound: they share their mean score; but a tone's beginning shares none with its
    /// own continuation, which has the same waveform.
    /// </summary>
    private static double[] Shared(double[] scores, OnsetEvidence[] evidence, List<Twin>[] twins, int rate)
    {
        var shared = new double[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            double sum = scores[i];
            int count = 1;
            foreach (Twin twin in twins[i])
            {
                bool alike = Math.Abs(evidence[i].Structure.Echo - evidence[twin.Other].Structure.Echo) < 0.5;
                if (alike && twin.Rho2 > 0.85 && Math.Abs(twin.Lag) < 0.004 * rate)
                    (sum, count) = (sum + scores[twin.Other], count + 1);
            }

            shared[i] = sum / count;
        }

        return shared;
    }

    private static double Likely(double score) => 1 / (1 + Math.Exp(-score));

    private static double[] Weights(double[] scores, IReadOnlyList<Candidate> candidates) =>
        [.. scores.Select((z, i) => Math.Min(candidates[i].Strength, 20) * Likely(z))];
}
