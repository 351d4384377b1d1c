using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The frames of a sound as the well-known script hears them: pylab's specgram of what MoviePy 1.0 gives of each frame.</summary>
/// <remarks>
/// MoviePy takes, for each sample at 16 kHz, the nearest one at 44.1 kHz, without a filter; times are sums of rounded numbers, so they are
/// computed here in the same order. The spectra equal matplotlib 3.6's specgram(NFFT=512, noverlap=440, detrend="mean"), flattened. Samples
/// are taken as they come and forgotten with their frame.
/// </remarks>
internal sealed class SeedFrames
{
    /// <summary>Takes the spectrum of the next frame: bins × segments, as the script flattens them.</summary>
    public delegate void Take(ReadOnlySpan<float> spectrum);

    private const int NearRate = 16_000, Nfft = 512, Hop = Nfft - 440, Bins = (Nfft / 2) + 1;
    private static readonly double[] Window = Windows.Of(WindowShape.Hann, Nfft, symmetric: true);
    private readonly double _duration, _frame;
    private readonly int _count;
    private readonly Take _take;
    private readonly float[] _spectrum;
    private float[] _kept = new float[1 << 14];
    private long _first, _end;
    private int _next;

    private SeedFrames(double duration, UnitRate rate, int count, Take take)
    {
        (_duration, _frame, _count, _take) = (duration, FrameSeconds(rate), count, take);
        _spectrum = new float[Columns(rate)];
    }

    /// <summary>Numbers of a frame's spectrum.</summary>
    public static int Columns(UnitRate rate) => Bins * SegmentsOf(SamplesOf(0, FrameSeconds(rate)));

    /// <summary>Gives the spectra of some frames of a sound.</summary>
    /// <param name="sound">The sound.</param>
    /// <param name="rate">Frames a second.</param>
    /// <param name="units">How many are wanted; of a corpus' source the last has no numbers (NaN), as with the script.</param>
    /// <param name="take">Takes them in order.</param>
    public static void Read(SeedSound sound, UnitRate rate, (int Units, bool IsCorpus) units, Take take)
    {
        double duration = Math.Round(sound.Duration, 2), frame = FrameSeconds(rate);
        int script = Math.Max(0, (int)Math.Ceiling((duration - frame) / frame));
        int count = units.IsCorpus ? Math.Min(units.Units, script) : units.Units;
        var frames = new SeedFrames(duration, rate, count, take);
        sound.Decode(frames.Hear);
        frames.Finish();
        Array.Fill(frames._spectrum, float.NaN);
        for (; count < units.Units; count++)
            take(frames._spectrum);
    }

    // MoviePy multiplies 24, 30, … by 1000/1001.
    private static double FrameSeconds(UnitRate rate) =>
        1 / (rate.Den == 1001 ? rate.Num / 1000 * (1000.0 / 1001.0) : (double)rate.Num / rate.Den);

    private static int SamplesOf(double start, double frame) => (int)Math.Ceiling((start + frame - start) / (1.0 / NearRate));

    private static int SegmentsOf(int samples) => (Math.Max(Nfft, samples) - (Nfft - Hop)) / Hop;

    private static long SampleAt(double time) => (long)Math.Round(SeedSound.SampleRate * time, MidpointRounding.ToEven);

    private void Hear(ReadOnlySpan<float> samples)
    {
        Forget();
        int there = (int)(_end - _first);
        if (there + samples.Length > _kept.Length)
            Array.Resize(ref _kept, Math.Max(2 * _kept.Length, there + samples.Length));
        samples.CopyTo(_kept.AsSpan(there));
        _end += samples.Length;
        while (_next < _count && SampleAt((_next * _frame) + _frame) < _end)
            Emit();
    }

    private void Finish()
    {
        while (_next < _count)
            Emit();
    }

    /// <summary>Lets go of what lies before the next frame; the last sample stays, for it goes on where a sound ends early.</summary>
    private void Forget()
    {
        long from = Math.Clamp(SampleAt(_next * _frame), _first, Math.Max(_first, _end - 1));
        _kept.AsSpan((int)(from - _first), (int)(_end - from)).CopyTo(_kept);
        _first = from;
    }

    private void Emit()
    {
        double[] samples = Samples(_next++ * _frame);
        int segments = SegmentsOf(samples.Length);
        if (samples.Length < Nfft)
            Array.Resize(ref samples, Nfft);
        if (segments * Bins != _spectrum.Length)
            Array.Fill(_spectrum, float.NaN); // Rounded times may give a frame a segment more or less: the script fails there.
        else
            Specgram(samples, segments);
        _take(_spectrum);
    }

    private void Specgram(double[] samples, int segments)
    {
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
                _spectrum[(bin * segments) + s] = (float)(((re[bin] * re[bin]) + (im[bin] * im[bin])) * twice * scale);
            }
        }
    }

    private double[] Samples(double start)
    {
        double step = 1.0 / NearRate;
        var samples = new double[SamplesOf(start, _frame)];
        for (int n = 0; n < samples.Length; n++)
        {
            double time = (n * step) + start;
            if (time < _duration && _end > 0)
                samples[n] = _kept[Math.Min(SampleAt(time), _end - 1) - _first];
        }

        return samples;
    }
}
