namespace Cymatic.Signal;

/// <summary>Band-limited change of the sample rate, between any two whole rates.</summary>
/// <remarks>
/// A polyphase windowed sinc (Crochiere and Rabiner, 1983): flat to 91.3 % of half the lower rate, more than 120 dB down at and above
/// half of it, no delay. These are the band edges of soxr's high-quality recipe, from whose results ours differ by
/// what both filters do between the edges. Rates that fall by more than eight go down in two stages.
/// </remarks>
public static class Resampler
{
    internal const double PassBand = 0.913;
    private const int LongestFall = 8;
    private const int BlockLength = 1 << 14;
    private const int LongestReach = 1 << 18;

    /// <summary>The sound at another rate, ⌈length · rate / old rate⌉ samples; this very sound when it has that rate.</summary>
    /// <param name="sound">Any number of channels.</param>
    /// <param name="rate">Samples per second, at least 1.</param>
    /// <param name="progress">Told the fraction that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate below 1 Hz, or so high that the sound would not fit into memory.</exception>
    /// <exception cref="ArgumentException">A sample is not finite.</exception>
    public static Sound Resample(Sound sound, int rate, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(rate, 1);
        if (rate == sound.SampleRate)
            return sound;
        var channels = new float[sound.Channels][];
        for (int channel = 0; channel < channels.Length; channel++)
        {
            channels[channel] = Resample(sound.Memory(channel), sound.SampleRate, rate, cancel);
            progress?.Report((channel + 1.0) / channels.Length);
        }

        return new(channels, rate);
    }

    /// <summary>Samples at another rate, ⌈length · to / from⌉ of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate below 1 Hz, or so high that the result would not fit into memory.</exception>
    public static float[] Resample(ReadOnlyMemory<float> samples, int from, int to, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        long length = (((long)samples.Length * to) + from - 1) / from;
        if (length > Array.MaxLength)
            throw new ArgumentOutOfRangeException(
                nameof(to), to, $"{samples.Length} samples at {from} Hz would become {length}, more than fit into an array.");
        if (from == to)
            return samples.ToArray();

        // The input's rate is 'from' over 'divisor' from here on.
        long divisor = 1;
        if (from > (long)to * LongestFall)
        {
            divisor = from / (4L * to);
            samples = Decimate(samples, divisor, (double)to / from, cancel);
        }

        long common = Gcd(from, to * divisor), step = from / common, phases = to * divisor / common;
        double edge = 0.5 * Math.Min(1, (double)phases / step);
        var result = new float[length];
        Filter(samples, Polyphase.Of(new(PassBand * edge, edge), phases), step, result, cancel);
        return result;
    }

    /// <summary>Every divisor-th sample, after a gentle filter: what it lets through above the final band does not fold into it.</summary>
    private static float[] Decimate(ReadOnlyMemory<float> samples, long divisor, double ratio, CancellationToken cancel)
    {
        var result = new float[(samples.Length + divisor - 1) / divisor];
        double pass = 0.5 * ratio;
        Filter(samples, Polyphase.Of(new(pass, (1.0 / divisor) - pass), 1), divisor, result, cancel);
        return result;
    }

    private static void Filter(ReadOnlyMemory<float> samples, Polyphase filter, long step, float[] result, CancellationToken cancel)
    {
        int length = (int)Math.Clamp(LongestReach * filter.Phases / step, 1, BlockLength), blocks = (result.Length + length - 1) / length;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancel }, block =>
        {
            int first = block * length;
            Span<float> y = result.AsSpan(first, Math.Min(length, result.Length - first));
            Block(samples.Span, filter, (first, step), y);
        });
    }

    /// <summary>Copies what a block of outputs is made of, with silence around the sound, and filters it.</summary>
    private static void Block(ReadOnlySpan<float> samples, Polyphase filter, (long First, long Step) outputs, Span<float> y)
    {
        long origin = filter.TimeOf(outputs.First, outputs.Step) + 1 - filter.HalfLength;
        long end = filter.TimeOf(outputs.First + y.Length - 1, outputs.Step) + 1 - filter.HalfLength + filter.Taps;
        using var scratch = new Rented<float>(checked((int)(end - origin)));
        Span<float> x = scratch.Span;
        int from = (int)Math.Clamp(-origin, 0, x.Length), to = (int)Math.Clamp(samples.Length - origin, from, x.Length);
        x[..from].Clear();
        x[to..].Clear();
        if (to > from)
            samples.Slice((int)(origin + from), to - from).CopyTo(x[from..to]);
        filter.Run(x, origin, outputs, y);
    }

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
