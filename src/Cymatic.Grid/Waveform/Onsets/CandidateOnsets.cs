using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>A place where a sound may start.</summary>
/// <param name="Sample">The steepest rise of the whitened energy near the peak of the flux.</param>
/// <param name="Strength">Height of the flux peak in dB.</param>
internal readonly record struct Candidate(int Sample, double Strength);

/// <summary>Finds every place where a sound may start: nothing may be missed, much may be wrong.</summary>
internal static class CandidateOnsets
{
    /// <summary>Factor of energy that is a jump.</summary>
    private const double LeastRise = 4;

    /// <summary>Novelty of the spectrum against the song's median that is a change.</summary>
    private const float LeastChange = 1.6f;

    /// <summary>The novelty is greatest so long after a sudden start, for it leaves out the frames that hear both sides.</summary>
    private const double ChangeLagSeconds = 0.010;

    /// <summary>Of what starts so near the end nobody could say what it is; mostly it is a cut.</summary>
    private const double LastSeconds = 0.020;

    /// <summary>Peaks of the flux, moved to where the whitened energy rises most, no two within 30 ms.</summary>
    public static List<Candidate> Find(WhitenedSong whitened, LogBands bands)
    {
        const int peakRadius = 6, medianRadius = 20;
        float[] flux = bands.Flux;
        var found = new List<Candidate>();
        var window = new float[2 * medianRadius + 1];
        for (int t = 0; t < flux.Length; t++)
        {
            int from = Math.Max(0, t - peakRadius), to = Math.Min(flux.Length, t + peakRadius + 1);
            if (flux[t] < TensorPrimitives.Max<float>(flux.AsSpan(from, to - from)))
                continue;
            from = Math.Max(0, t - medianRadius);
            to = Math.Min(flux.Length, t + medianRadius + 1);
            Span<float> near = window.AsSpan(0, to - from);
            flux.AsSpan(from, to - from).CopyTo(near);
            near.Sort();
            if (flux[t] < near[near.Length / 2] + 1)
                continue;
            found.Add(new Candidate(SteepestRise(whitened, t * bands.Hop), flux[t]));
        }

        found.AddRange(SuddenRises(whitened, bands));
        found.AddRange(Changes(whitened, bands));
        found.RemoveAll(c => c.Sample > whitened.Length - whitened.Samples(LastSeconds));
        return Merge(found, whitened, whitened.Samples(0.030));
    }

    /// <summary>Where the whitened energy jumps within milliseconds: a sound that begins in another's middle, or after itself.</summary>
    private static IEnumerable<Candidate> SuddenRises(WhitenedSong song, LogBands bands)
    {
        const int radius = 30;
        int step = Math.Max(1, song.Samples(0.001));
        var energy = new double[song.Length / step + 1];
        Parallel.For(0, energy.Length, i => energy[i] = song.Energy(i * step, step));
        double floor = energy.Sum() / energy.Length * 1e-4;
        var rise = new double[energy.Length];
        for (int i = 14; i < energy.Length - 4; i++)
        {
            double now = (energy[i] + energy[i + 1] + energy[i + 2] + energy[i + 3]) / 4, past = floor;
            for (int k = 2; k < 14; k++)
                past += energy[i - k] / 12;
            rise[i] = now / past;
        }

        for (int i = 0; i < rise.Length; i++)
        {
            if (rise[i] < LeastRise)
                continue;
            int from = Math.Max(0, i - radius), to = Math.Min(rise.Length, i + radius + 1);
            if (rise[i] >= rise[from..to].Max())
                yield return new Candidate(i * step, bands.FluxNear(i * step));
        }
    }

    /// <summary>
    /// Where the spectrum becomes another without rising: a soft or low sound that begins as something bright ends.
    /// </summary>
    private static IEnumerable<Candidate> Changes(WhitenedSong song, LogBands bands)
    {
        const int radius = 8;
        float[] novelty = bands.NoveltyCurve();
        if (novelty.Length == 0)
            yield break;
        float least = LeastChange * novelty.Order().ElementAt(novelty.Length / 2);
        for (int t = 0; t < novelty.Length; t++)
        {
            int from = Math.Max(0, t - radius), to = Math.Min(novelty.Length, t + radius + 1);
            if (novelty[t] <= least || novelty[t] < TensorPrimitives.Max<float>(novelty.AsSpan(from, to - from)))
                continue;
            int at = Math.Max(0, t * bands.Hop - song.Samples(ChangeLagSeconds));
            yield return new Candidate(at, bands.FluxNear(at));
        }
    }

    /// <summary>
    /// Candidates by time; of those closer than <paramref name="gap"/> samples the one at which the whitened energy rises most.
    /// </summary>
    public static List<Candidate> Merge(IEnumerable<Candidate> candidates, WhitenedSong song, int gap)
    {
        int step = song.Samples(0.010);
        double Rise(Candidate c) => song.Energy(c.Sample, step) - song.Energy(c.Sample - step, step);
        var kept = new List<Candidate>();
        foreach (Candidate candidate in candidates.OrderBy(c => c.Sample))
        {
            if (kept.Count == 0 || candidate.Sample - kept[^1].Sample >= gap)
                kept.Add(candidate);
            else if (Rise(candidate) > Rise(kept[^1]))
                kept[^1] = candidate;
        }

        return kept;
    }

    private static int SteepestRise(WhitenedSong song, int near) =>
        SteepestRise(song, near - song.Samples(0.030), near + song.Samples(0.015));

    /// <summary>Where between two samples the whitened energy rises most.</summary>
    public static int SteepestRise(WhitenedSong song, int from, int to)
    {
        int smooth = Math.Max(1, song.Samples(0.002)), step = Math.Max(1, song.Samples(0.008)), hop = Math.Max(1, smooth / 4);
        int best = (from + to) / 2;
        double steepest = double.NegativeInfinity;
        for (int s = from; s <= to; s += hop)
        {
            double after = song.Energy(s, step), before = song.Energy(s - step, step);
            double rise = Math.Sqrt(after) - Math.Sqrt(before);
            if (rise > steepest)
                (steepest, best) = (rise, s);
        }

        return Math.Clamp(best, 0, Math.Max(0, song.Length - 1));
    }
}
