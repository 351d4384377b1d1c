using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>A song's power in log-frequency bands, in dB below its maximum, every 5 ms; and how it changes.</summary>
/// <remarks>The flux is the mean rise against the 3-band maximum 20 ms before (Böck and Widmer, DAFx 2013).</remarks>
internal sealed class LogBands
{
    private const double HopSeconds = 0.005;
    private const double FrameSeconds = 0.023;
    private const double LowestHz = 40;
    private const int BandsPerOctave = 6;
    private const double FloorDb = -65;
    private const int Lag = 4;
    private const int NearRadius = 8;
    private const int NoveltyRadius = 10;

    private readonly float[][] _bands;
    private readonly int _heardFrames;

    /// <summary>Analyses a song; the channels' powers are added.</summary>
    public LogBands(Sound song)
    {
        Hop = Math.Max(1, (int)Math.Round(HopSeconds * song.SampleRate));
        _bands = Analyse(song, Hop);
        Flux = new float[_bands.Length];
        // Frames that reach over the end hear the cut of a held sound as a click.
        _heardFrames = Math.Max(1, (int)((song.Length - FrameSeconds * song.SampleRate / 2) / Hop));
        for (int t = 0; t < Math.Min(_heardFrames, Flux.Length); t++)
            Flux[t] = FluxOf(_bands[t], t < Lag ? [] : _bands[t - Lag]);
    }

    /// <summary>Samples between two frames.</summary>
    public int Hop { get; }

    /// <summary>Mean rise over the bands in dB, by frame.</summary>
    public float[] Flux { get; }

    /// <summary>The largest flux within 40 ms of a sample.</summary>
    public double FluxNear(int sample)
    {
        int t = sample / Hop;
        int from = Math.Clamp(t - NearRadius, 0, Flux.Length), to = Math.Clamp(t + NearRadius + 1, 0, Flux.Length);
        return to > from ? TensorPrimitives.Max<float>(Flux.AsSpan(from, to - from)) : 0;
    }

    /// <summary>How the spectrum changes at a sample.</summary>
    public SpectralChange ChangeAt(int sample) => SpectralChange.Of(Changes(sample / Hop));

    /// <summary>The novelty of every frame; 0 in the first 20 ms and where frames reach over the end, for those hear the cut.</summary>
    public float[] NoveltyCurve()
    {
        var curve = new float[_bands.Length];
        int last = Math.Min(_bands.Length, _heardFrames) - NoveltyRadius;
        if (last > Lag)
            Parallel.For(Lag, last, t => curve[t] = (float)SpectralChange.Of(Changes(t)).Novelty);
        return curve;
    }

    /// <summary>Mean level in dB of the 50 ms after a frame against the 40 ms before, band by band.</summary>
    private double[] Changes(int t)
    {
        var changes = new double[_bands.Length == 0 ? 0 : _bands[0].Length];
        for (int b = 0; b < changes.Length; b++)
            changes[b] = Mean(b, t + 1, t + NoveltyRadius) - Mean(b, t - NoveltyRadius, t - 3);
        return changes;
    }

    private double Mean(int band, int from, int to)
    {
        double sum = 0;
        int count = 0;
        for (int t = Math.Max(0, from); t <= Math.Min(_bands.Length - 1, to); t++, count++)
            sum += _bands[t][band];
        return count == 0 ? FloorDb : sum / count;
    }

    private static float FluxOf(float[] now, float[] before)
    {
        float sum = 0;
        for (int b = 0; b < now.Length; b++)
        {
            float past = (float)FloorDb;
            for (int near = Math.Max(0, b - 1); before.Length > 0 && near <= Math.Min(now.Length - 1, b + 1); near++)
                past = Math.Max(past, before[near]);
            sum += Math.Max(0, now[b] - past);
        }

        return sum / now.Length;
    }

    private static float[][] Analyse(Sound song, int hop)
    {
        int size = 1 << (int)Math.Round(Math.Log2(Math.Max(2, FrameSeconds * song.SampleRate)));
        var fft = new RealFft<float>(size);
        (int From, int To)[] ranges = Bands(song.SampleRate, size);
        var window = new float[size];
        for (int n = 0; n < size; n++)
            window[n] = (float)(0.5 - 0.5 * Math.Cos(2 * Math.PI * n / size));
        var bands = new float[song.Length / hop + 1][];
        Func<(float[], float[], float[], float[])> memory =
            () => (new float[size], new float[fft.Bins], new float[fft.Bins], new float[fft.Bins]);
        Parallel.For(0, bands.Length, memory, (t, _, scratch) =>
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
