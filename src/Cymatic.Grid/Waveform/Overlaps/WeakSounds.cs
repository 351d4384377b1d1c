namespace Cymatic.Grid;

/// <summary>
/// Of what always starts together with something else, only what is strong, sudden and steady is a sound of its own; the rest is what the
/// others' waveforms left.
/// </summary>
internal static class WeakSounds
{
    private const double NearSeconds = 0.030;
    private const double TogetherShare = 0.95;

    // A sound of its own is louder than what was before (6 dB), no whisper (−10 dB of the usual), no more than is there, and steady.
    private const double LeastRise = 4;
    private const double LeastLevel = 0.1;
    private const double MostShare = 1.5;
    private const double MostSpread = 0.7;
    private const double PastSeconds = 0.040;
    private const double GapSeconds = 0.004;

    /// <summary>Drops those that are none; the <paramref name="known"/> are not doubted.</summary>
    public static void Drop(Explanation state, IReadOnlyList<Template> known)
    {
        Template[] doubtful = [.. state.Templates.Where(t => !known.Contains(t))];
        if (doubtful.Length == 0)
            return;
        int near = state.Residual.Samples(NearSeconds);
        double[] levels = [.. doubtful.Select(t => Median(t, p => Own(state, t, p))).Order()];
        foreach (Template template in doubtful)
        {
            int together = template.Playings.Count(
                p => !state.IsTold(p)
                    && state.Templates.Exists(other => !ReferenceEquals(other, template) && other.PlaysNear(p.Sample, near)));
            if (together >= TogetherShare * template.Playings.Count && !IsStrong(state, template, levels[levels.Length / 2]))
                state.Remove(template);
        }
    }

    private static bool IsStrong(Explanation state, Template template, double usual)
    {
        int n = Math.Min(state.Head, template.Length), past = state.Residual.Samples(PastSeconds), gap = state.Residual.Samples(GapSeconds);
        double Before(Playing p) => state.Energy.Of(p.Sample + state.Lead - gap - past, past) * n / past;
        double[] logs = [.. template.Playings.Select(p => Math.Log(p.Gain + 1e-9))];
        double mean = logs.Average(), spread = Math.Sqrt(logs.Average(gain => (gain - mean) * (gain - mean)));
        return spread < MostSpread
            && Median(template, p => Own(state, template, p)) > LeastLevel * usual
            && Median(template, p => Own(state, template, p) / (Before(p) + 1e-20)) > LeastRise
            && Median(template, p => Own(state, template, p) / (state.Energy.Of(p.Sample, n) + 1e-20)) < MostShare;
    }

    private static double Own(Explanation state, Template template, Playing p) =>
        p.Gain * p.Gain * template.Energy(0, Math.Min(state.Head, template.Length));

    private static double Median(Template template, Func<Playing, double> of) =>
        template.Playings.Select(of).Order().ElementAt(template.Playings.Count / 2);
}
