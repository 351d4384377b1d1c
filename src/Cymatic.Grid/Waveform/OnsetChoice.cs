namespace Cymatic.Grid;

/// <summary>Decides which candidates are starts of sounds: logistic scores on the evidence, helped by the pulse that they imply.</summary>
internal static class OnsetChoice
{
    /// <summary>The kept candidates' indices by time, and the pulse.</summary>
    public static (List<int> Kept, Pulse Pulse) Choose(IReadOnlyList<Candidate> candidates, OnsetEvidence[] evidence, List<Twin>[] twins, int rate)
    {
        double[] times = [.. candidates.Select(c => (double)c.Sample / rate)];
        double[] scores = Shared([.. evidence.Select(First)], twins, rate);
        Pulse pulse = Pulse.Find(times, Weights(scores, candidates));
        for (int round = 0; round < 3; round++)
        {
            Pulse p = pulse;
            scores = Shared([.. evidence.Select((e, i) => Second(e, p.Strength * p.Agreement(times[i])))], twins, rate);
            pulse = Pulse.Find(times, Weights(scores, candidates));
        }

        double gap = Math.Max(0.040, pulse.Strength > 0.5 ? 0.35 * pulse.Period : 0);
        var kept = new List<int>();
        foreach (int i in Enumerable.Range(0, candidates.Count).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]))
        {
            if (kept.All(k => Math.Abs(times[k] - times[i]) >= gap))
                kept.Add(i);
        }

        kept.Sort();
        return (kept, pulse);
    }

    private static double First(OnsetEvidence e) =>
        -3.07 + 1.69 * e.LogStrength + 1.22 * e.Free - 2.78 * e.Dependent + 0.96 * e.Single + 0.04 * e.Rise + 0.50 * e.Level;

    private static double Second(OnsetEvidence e, double pulse) =>
        -4.22 + 0.75 * e.LogStrength + 4.9 * pulse + 0.42 * e.Free - 1.52 * e.Dependent + 1.23 * e.Single + 0.36 * e.Rise + 0.03 * e.Level;

    /// <summary>Near-exact twins are the same moment of the same sound: they share their mean score.</summary>
    private static double[] Shared(double[] scores, List<Twin>[] twins, int rate)
    {
        var shared = new double[scores.Length];
        for (int i = 0; i < scores.Length; i++)
        {
            double sum = scores[i];
            int count = 1;
            foreach (Twin twin in twins[i])
            {
                if (twin.Rho2 > 0.85 && Math.Abs(twin.Lag) < 0.004 * rate)
                    (sum, count) = (sum + scores[twin.Other], count + 1);
            }

            shared[i] = sum / count;
        }

        return shared;
    }

    private static double[] Weights(double[] scores, IReadOnlyList<Candidate> candidates) =>
        [.. scores.Select((z, i) => Math.Min(candidates[i].Strength, 20) / (1 + Math.Exp(-z)))];
}
