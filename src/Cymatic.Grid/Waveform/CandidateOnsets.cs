using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>A place where a sound may start.</summary>
/// <param name="Sample">The steepest rise of the whitened energy near the peak of the flux.</param>
/// <param name="Strength">Height of the flux peak in dB.</param>
internal readonly record struct Candidate(int Sample, double Strength);

/// <summary>Finds every place where a sound may start: nothing may be missed, much may be wrong.</summary>
/// <remarks>Flux of a log-frequency spectrum in dB against the 3-band maximum 20 ms before (Böck and Widmer, DAFx 2013).</remarks>
internal static class CandidateOnsets
{
    private const double HopSeconds = 0.005;
    private const double FrameSeconds = 0.023;
    private const double LowestHz = 40;
    private const int BandsPerOctave = 6;
    private const double FloorDb = -65;
    private const int Lag = 4;

    /// <summary>Factor of energy that is a jump.</summary>
    private const double LeastRise = 4;

    /// <summary>The flux in dB for every 5 ms of the song.</summary>
    public static float[] Flux(Sound song)
    {
        float[][] bands = LogSpectrum(song);
        var flux = new float[bands.Length];
        for (int t = 0; t < bands.Length; t++)
        {
            float[] now = bands[t], before = bands[Math.Max(0, t - Lag)];
            if (t < Lag)
                before = [];
            float sum = 0;
            for (int b = 0; b < now.Length; b++)
            {
                float past = (float)FloorDb;
                for (int near = Math.Max(0, b - 1); near <= Math.Min(now.Length - 1, b + 1); near++)
                    past = Math.Max(past, before.Length > 0 ? before[near] : past);
                sum += Math.Max(0, now[b] - past);
            }

            flux[t] = sum / now.Length;
        }

        return flux;
    }

    /// <summary>Peaks of the flux, moved to where the whitened energy rises most, no two within 30 ms.</summary>
    public static List<Candidate> Find(Sound song, WhitenedSong whitened, float[] flux)
    {
        const int peakRadius = 6, medianRadius = 20;
        int hop = Hop(song.SampleRate);
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
            found.Add(new Candidate(SteepestRise(whitened, t * hop), flux[t]));
        }

        found.AddRange(SuddenRises(whitened, flux));
        return Merge(found, whitened.Samples(0.030));
    }

    /// <summary>Where the whitened energy jumps within milliseconds: a sound that begins in another's middle, or after itself.</summary>
    private static IEnumerable<Candidate> SuddenRises(WhitenedSong song, float[] flux)
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
                yield return new Candidate(i * step, FluxAt(flux, i * step, song.Rate));
        }
    }

    /// <summary>Onsets that someone else found, each moved to the steepest rise near it.</summary>
    public static List<Candidate> Told(IEnumerable<double> seconds, WhitenedSong whitened, float[] flux)
    {
        IEnumerable<int> samples = seconds.Select(whitened.Samples).Where(s => s >= 0 && s < whitened.Length).Select(s => SteepestRise(whitened, s));
        return Merge(samples.Select(s => new Candidate(s, FluxAt(flux, s, whitened.Rate))), whitened.Samples(0.010));
    }

    /// <summary>The flux at a sample.</summary>
    public static double FluxAt(float[] flux, int sample, int rate)
    {
        int t = sample / Hop(rate), radius = 8;
        int from = Math.Clamp(t - radius, 0, flux.Length), to = Math.Clamp(t + radius + 1, 0, flux.Length);
        return to > from ? TensorPrimitives.Max<float>(flux.AsSpan(from, to - from)) : 0;
    }

    /// <summary>Candidates by time; of those closer than <paramref name="gap"/> samples the strongest.</summary>
    public static List<Candidate> Merge(IEnumerable<Candidate> candidates, int gap)
    {
        var kept = new List<Candidate>();
        foreach (Candidate candidate in candidates.OrderBy(c => c.Sample))
        {
            if (kept.Count == 0 || candidate.Sample - kept[^1].Sample >= gap)
                kept.Add(candidate);
            else if (candidate.Strength > kept[^1].Strength)
                kept[^1] = candidate;
        }

        return kept;
    }

    private static int Hop(int rate) => Math.Max(1, (int)Math.Round(HopSeconds * rate));

    private static int SteepestRise(WhitenedSong song, int near)
    {
        int from = near - song.Samples(0.030), to = near + song.Samples(0.015);
        int smooth = Math.Max(1, song.Samples(0.002)), step = Math.Max(1, song.Samples(0.008)), hop = Math.Max(1, smooth / 4);
        int best = near;
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

    /// <summary>Power in dB of the maximum, floored, by frame and by band; channels summed.</summary>
    private static float[][] LogSpectrum(Sound song)
    {
        int size = 1 << (int)Math.Round(Math.Log2(Math.Max(2, FrameSeconds * song.SampleRate)));
        int hop = Hop(song.SampleRate);
        var fft = new RealFft<float>(size);
        (int From, int To)[] ranges = Bands(song.SampleRate, size);
        var window = new float[size];
        for (int n = 0; n < size; n++)
            window[n] = (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / size));
        var bands = new float[song.Length / hop + 1][];
        Parallel.For(0, bands.Length, () => (new float[size], new float[fft.Bins], new float[fft.Bins], new float[fft.Bins]), (t, _, scratch) =>
        {
            (float[] frame, float[] re, float[] im, float[] power) = scratch;
            power.AsSpan().Clear();
            int start = t * hop - size / 2;
            for (int c = 0; c < song.Channels; c++)
            {
                frame.AsSpan().Clear();
                int from = Math.Max(0, start), to = Math.Min(song.Length, start + size);
                if (to > from)
                    song[c][from..to].CopyTo(frame.AsSpan(from - start));
                TensorPrimitives.Multiply(frame, window, frame);
                fft.Forward(frame, re, im);
                TensorPrimitives.MultiplyAdd(re, re, power, power);
                TensorPrimitives.MultiplyAdd(im, im, power, power);
            }

            bands[t] = [.. ranges.Select(r => TensorPrimitives.Sum<float>(power.AsSpan(r.From, r.To - r.From)) / (r.To - r.From))];
            return scratch;
        }, _ => { });
        float loudest = Math.Max(1e-20f, bands.Max(b => b.Length == 0 ? 0 : b.Max()));
        foreach (float[] frame in bands)
        {
            for (int b = 0; b < frame.Length; b++)
                frame[b] = (float)Math.Max(FloorDb, 10 * Math.Log10(frame[b] / loudest + 1e-20));
        }

        return bands;
    }

    private static (int From, int To)[] Bands(int rate, int size)
    {
        var bands = new List<(int, int)>();
        int bin = Math.Max(1, (int)Math.Round(LowestHz * size / rate));
        for (double edge = LowestHz; bin < size / 2; edge *= Math.Pow(2, 1.0 / BandsPerOctave))
        {
            int next = Math.Min(size / 2, (int)Math.Round(edge * size / rate));
            if (next <= bin)
                continue;
            bands.Add((bin, next));
            bin = next;
        }

        return [.. bands];
    }
}
