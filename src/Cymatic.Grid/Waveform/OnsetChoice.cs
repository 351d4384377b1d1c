namespace Cymatic.Grid;

/// <summary>Decides which candidates are starts of sounds: logistic scores on the evidence, helped by the pulse that they imply.</summary>
internal static class OnsetChoice
{
    private const double TwinBonus = 1;

    /// <summary>The kept candidates' indices by time, and the pulse.</summary>
    public static (List<int> Kept, Pulse Pulse) Choose(
        IReadOnlyList<Candidate> candidates, OnsetEvidence[] evidence, List<Twin>[] twins, int rate)
    {
        double[] times = [.. evidence.Select(e => e.Start)];
        double[] scores = Shared([.. evidence.Select(First)], evidence, twins, rate);
        Pulse pulse = Implied(times, Weights(scores, candidates));
        for (int round = 0; round < 3; round++)
        {
            double[] likely = [.. scores.Select(Likely)];
            var phases = new PulsePhases(pulse, times, likely);
            scores = Shared([.. evidence.Select((e, i) => Second(e, phases.At(times[i], likely[i])))], evidence, twins, rate);
            pulse = Implied(times, Weights(scores, candidates));
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

    private static Pulse Implied(double[] times, double[] weights) => Pulse.Find(times, weights);

    // Fitted by logistic regression on 32 songs with known onsets; docs/decisions/onset-scores.md has the cross-validated figures.
    private static double First(OnsetEvidence e) =>
        -4.62 - 0.49 * e.LogStrength - 2.42 * e.Dependent - 0.01 * e.Single + 1.02 * e.Rise + 0.39 * e.Level + 2.75 * e.Novelty
        - 0.95 * e.Structure.Part - 4.13 * e.Structure.Echo;

    private static double Second(OnsetEvidence e, double phase) =>
        -3.28 - 0.76 * e.LogStrength - 1.62 * e.Dependent + 0.33 * e.Single + 0.85 * e.Rise + 0.19 * e.Level + 1.91 * e.Novelty
        - 0.77 * e.Structure.Part - 4.51 * e.Structure.Echo + 2.15 * phase;

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
