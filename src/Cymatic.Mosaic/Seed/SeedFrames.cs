using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The frames of a sound as the well-known script hears them: pylab's specgram of what MoviePy 1.0 gives of each frame.</summary>
/// <remarks>
/// MoviePy takes, for each sample at 16 kHz, the nearest one at 44.1 kHz, without a filter; times are sums of rounded numbers, so they are
/// computed here in the same order. The spectra equal matplotlib 3.6's specgram(NFFT=512, noverlap=440, detrend="mean"), flattened.
/// </remarks>
internal sealed class SeedFrames
{
    private const int NearRate = 16_000, Nfft = 512, Hop = Nfft - 440, Bins = (Nfft / 2) + 1;
    private static readonly double[] Window = Windows.Of(WindowShape.Hann, Nfft, symmetric: true);
    private readonly Sound _sound;
    private readonly double _duration, _frame;

    /// <param name="sound">At 44.1 kHz.</param>
    /// <param name="duration">What ffmpeg says of the file, in seconds.</param>
    /// <param name="frame">Seconds of a frame.</param>
    public SeedFrames(Sound sound, double duration, double frame)
    {
        (_sound, _duration, _frame) = (sound, duration, frame);
        Count = Math.Max(0, (int)Math.Ceiling((duration - frame) / frame));
    }

    /// <summary>Frames of the script: the last one is left out.</summary>
    public int Count { get; }

    /// <summary>When a frame begins, in seconds.</summary>
    public double TimeOf(int frame) => frame * _frame;

    /// <summary>Bins × segments, as the script flattens them.</summary>
    public double[] Spectrum(int frame)
    {
        double[] samples = Samples(frame);
        if (samples.Length < Nfft)
            Array.Resize(ref samples, Nfft);
        int segments = (samples.Length - (Nfft - Hop)) / Hop;
        var spectrum = new double[Bins * segments];
        double[] part = new double[Nfft], re = new double[Bins], im = new double[Bins];
        double scale = 1.0 / NearRate / Window.Sum(w => w * w);
        for (int s = 0; s < segments; s++)
        {
            ReadOnlySpan<double> segment = samples.AsSpan(s * Hop, Nfft);
            TensorPrimitives.Subtract(segment, TensorPrimitives.Sum(segment) / Nfft, part);
            TensorPrimitives.Multiply(part, Window, part);
            RealFft.Shared<double>(Nfft).Forward(part, re, im);
            for (int bin = 0; bin < Bins; bin++)
            {
                double twice = bin is > 0 and < Bins - 1 ? 2 : 1;
                spectrum[(bin * segments) + s] = ((re[bin] * re[bin]) + (im[bin] * im[bin])) * twice * scale;
            }
        }

        return spectrum;
    }

    private double[] Samples(int frame)
    {
        double start = TimeOf(frame), length = start + _frame - start, step = 1.0 / NearRate;
        var samples = new double[(int)Math.Ceiling(length / step)];
        for (int n = 0; n < samples.Length; n++)
        {
            double time = (n * step) + start;
            long at = (long)Math.Round(_sound.SampleRate * time, MidpointRounding.ToEven);
            if (time >= _duration || _sound.Length == 0)
                continue;
            int sample = (int)Math.Min(at, _sound.Length - 1);
            double sum = 0;
            for (int channel = 0; channel < _sound.Channels; channel++)
                sum += _sound[channel][sample];
            samples[n] = sum / _sound.Channels;
        }

        return samples;
    }
}
