using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The constant-Q transform: bands equally far apart in pitch.</summary>
/// <remarks>
/// Schörkhuber and Klapuri, SMC 2010: an octave at a time, of a sound that is resampled to half its rate for each. Equals librosa 0.11's
/// cqt and vqt but for the resampler: soxr's and ours differ by less than −100 dB in the bands that are used.
/// </remarks>
public static class Cqt
{
    /// <summary>Absolute values of the transform of the mean of a sound's channels: frames × bands.</summary>
    /// <inheritdoc cref="Forward"/>
    public static Spectrogram Magnitude(Sound sound, CqtOptions? options = null, CancellationToken cancel = default) =>
        Forward(sound, options, cancel).Magnitude();

    /// <summary>The transform of the mean of a sound's channels: frames × bands, a frame centred on every hop.</summary>
    /// <param name="sound">Any finite sound that is not empty.</param>
    /// <param name="options">Bands and frames; null: 84 semitones from C1, a frame every 512 samples.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The highest band does not lie below half the sample rate, or the sound is empty or not
    /// finite.</exception>
    public static ComplexBands Forward(Sound sound, CqtOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound));
        options ??= new();
        double[] frequencies = options.Frequencies(), widths = CqtBasis.RelativeBandwidths(frequencies, options.PerOctave);
        double cutoff = CqtBasis.Cutoff(frequencies, widths, options);
        if (cutoff > sound.SampleRate / 2.0)
            throw new ArgumentException(
                $"The band at {frequencies[^1]:0.#} Hz reaches to {cutoff:0.#} Hz, above half the rate of {sound.SampleRate} Hz.",
                    nameof(options));
        int octaves = (options.Bands + options.PerOctave - 1) / options.PerOctave,
            early = EarlyHalvings(sound.SampleRate / 2.0, cutoff, options.HopLength, octaves);
        var level = new Level(Halved(sound.ToMono()[0].ToArray(), early, cancel), sound.SampleRate / (double)(1 << early),
            options.HopLength >> early, options.Edges);
        double topRate = level.SampleRate;
        int frames = int.MaxValue;
        var parts = new (CqtBasis Basis, Level Level)[octaves];
        for (int octave = 0; octave < octaves; octave++)
        {
            int to = options.Bands - (octave * options.PerOctave), from = Math.Max(0, to - options.PerOctave);
            double gain = Math.Sqrt(topRate / level.SampleRate);
            parts[octave] = (CqtBasis.Of(frequencies.AsSpan(from..to), widths.AsSpan(from..to), level.SampleRate, gain, options), level);
            frames = Math.Min(frames, 1 + (level.Samples.Length / level.Hop));
            if (octave < octaves - 1 && level.Hop % 2 == 0)
                level = new(Halved(level.Samples, 1, cancel), level.SampleRate / 2, level.Hop / 2, options.Edges);
        }

        float[] re = new float[checked(frames * options.Bands)], im = new float[re.Length];
        float[] scale = [.. frequencies.Zip(widths, (f, b) => (float)(1 / Math.Sqrt(CqtBasis.Length(f, b, topRate, options))))];
        FrameLoop.Run(frames, (start, count) => Respond(parts, scale, (start, count), (re, im)), cancel);
        return new(re, im, frequencies, new(sound.SampleRate, options.HopLength));
    }

    private static void Respond((CqtBasis Basis, Level Level)[] parts, float[] scale, (int Start, int Count) frames,
        (float[] Re, float[] Im) target)
    {
        int to = scale.Length;
        foreach ((CqtBasis basis, Level level) in parts)
        {
            to -= basis.Bands.Length;
            int from = Math.Max(0, to);
            Respond(basis, level, frames, (from, scale), target);
        }
    }

    private static unsafe void Respond(CqtBasis basis, Level level, (int Start, int Count) frames, (int From, float[] Scale) bands,
        (float[] Re, float[] Im) target)
    {
        RealFft<float> fft = RealFft.Shared<float>(basis.FftLength);
        int padded = fft.Bins + CqtBasis.Padding, count = basis.Bands.Length;
        using var scratch = new Rented<float>(fft.Length + (2 * padded));
        Span<float> time = scratch.Span[..fft.Length], re = scratch.Span.Slice(fft.Length, padded), im = scratch.Span[^padded..];
        re.Clear();
        im.Clear();
        ReadOnlySpan<float> scale = bands.Scale.AsSpan(bands.From, count);
        fixed (float* xr = re, xi = im)
        {
            for (int frame = frames.Start; frame < frames.Start + frames.Count; frame++)
            {
                Frames.Copy(level.Samples, ((long)frame * level.Hop) - (fft.Length / 2), time, level.Edges);
                fft.Forward(time, re[..fft.Bins], im[..fft.Bins]);
                int at = (frame * bands.Scale.Length) + bands.From;
                Span<float> yr = target.Re.AsSpan(at, count), yi = target.Im.AsSpan(at, count);
                CqtKernel.Run(basis, ((nint)xr, (nint)xi), yr, yi);
                TensorPrimitives.Multiply(yr, scale, yr);
                TensorPrimitives.Multiply(yi, scale, yi);
            }
        }
    }

    /// <summary>The sound at half its rate, that many times over, as loud as before in energy.</summary>
    private static float[] Halved(float[] samples, int times, CancellationToken cancel)
    {
        for (; times > 0; times--)
            samples = Halving.Run(samples, MathF.Sqrt(2), cancel);
        return samples;
    }

    private static int EarlyHalvings(double nyquist, double cutoff, int hop, int octaves)
    {
        int room = Math.Max(0, (int)Math.Ceiling(Math.Log2(nyquist / cutoff)) - 2);
        return Math.Min(room, Math.Max(0, System.Numerics.BitOperations.TrailingZeroCount(hop) - octaves + 1));
    }

    private sealed record Level(float[] Samples, double SampleRate, int Hop, FrameEdges Edges);
}
