namespace Cymatic.Grid;

/// <summary>What speaks for and against a candidate's being the start of a sound rather than a moment inside one.</summary>
/// <param name="LogStrength">Natural logarithm of the flux peak in dB.</param>
/// <param name="Dependent">1 when every twin has the same past at the same gain: it is a part of a longer sound.</param>
/// <param name="Single">1 when it has no twin.</param>
/// <param name="Rise">Energy of the 20 ms after against the 20 ms before, in dB / 10, whitened.</param>
/// <param name="Level">Energy of the first 50 ms against the song's 80 % quantile, in dB / 10, whitened.</param>
/// <param name="Novelty">Natural logarithm of 1 + the RMS change of the log spectrum in dB.</param>
internal readonly record struct OnsetEvidence(double LogStrength, double Dependent, double Single, double Rise, double Level, double Novelty)
{
    private const double TwinRho2 = 0.6;
    private const int MostTwins = 16;

    /// <summary>What the twins say about its being a part of something longer.</summary>
    public OnsetStructure Structure { get; init; }

    /// <summary>Seconds at which it can first be heard: a slow attack is steepest long after.</summary>
    public double Start { get; init; }

    /// <summary>The evidence for every candidate.</summary>
    public static OnsetEvidence[] Gather(LogBands bands, IReadOnlyList<Candidate> candidates, List<Twin>[] twins, HeadMatcher matcher)
    {
        WhitenedSong song = matcher.Song;
        var levels = new double[candidates.Count];
        for (int i = 0; i < candidates.Count; i++)
            levels[i] = Decibels(song.Energy(candidates[i].Sample, song.Samples(0.050)));
        double[] sorted = [.. levels.Order()];
        double loud = sorted.Length == 0 ? 0 : sorted[(int)(0.8 * (sorted.Length - 1))];
        OnsetStructure[] structure = OnsetStructure.Of(candidates, twins, song.Rate);
        var evidence = new OnsetEvidence[candidates.Count];
        Parallel.For(0, candidates.Count, i =>
        {
            (double dependent, double single) = Past(candidates, twins[i], i, matcher);
            int step = song.Samples(0.020), at = candidates[i].Sample;
            double rise = Decibels(song.Energy(at, step)) - Decibels(song.Energy(at - step, step));
            evidence[i] = new OnsetEvidence(
                Math.Log(Math.Max(1, candidates[i].Strength)), dependent, single,
                Math.Clamp(rise / 10, -3, 3), Math.Max(-6, (levels[i] - loud) / 10), Math.Log(1 + bands.Novelty(at)))
            { Structure = structure[i], Start = (double)(at + Backtrack.Shift(song, at)) / song.Rate };
        });
        return evidence;
    }

    private static (double Dependent, double Single) Past(
        IReadOnlyList<Candidate> candidates, List<Twin> twins, int i, HeadMatcher matcher)
    {
        WhitenedSong song = matcher.Song;
        int past = song.Samples(0.080), gap = song.Samples(0.006);
        double lowest = double.PositiveInfinity;
        List<Twin> near = twins.FindAll(t => t.Rho2 > TwinRho2);
        int step = Math.Max(1, near.Count / MostTwins);
        for (int k = 0; k < near.Count; k += step)
        {
            Twin twin = near[k];
            int a = candidates[i].Sample, b = candidates[twin.Other].Sample + twin.Lag;
            double coherence = Math.Min(matcher.Explained(a, b, -gap - past, past), matcher.Explained(b, a, -gap - past, past));
            double before = matcher.Gain(a, b, -gap - past, past), after = matcher.Gain(a, b, -matcher.Lead, matcher.HeadLength);
            if (Math.Abs(20 * Math.Log10(Math.Max(before, 1e-9) / Math.Max(after, 1e-9))) > 0.5)
                coherence = 0;
            lowest = Math.Min(lowest, coherence);
        }

        if (double.IsPositiveInfinity(lowest))
            return (0, 1);
        return (lowest > 0.6 ? 1 : 0, 0);
    }

    private static double Decibels(double energy) => 10 * Math.Log10(energy + 1e-12);
}
