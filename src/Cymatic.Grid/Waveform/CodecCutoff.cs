using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// Where a lossy coder (MP3, AAC, Vorbis) stopped: above some frequency it kept nothing, and the spectrum falls off a cliff
/// that music has not.
/// </summary>
internal sealed class CodecCutoff
{
    private const int FrameLength = 2048;
    private const int MostFrames = 1500;
    private const int BlockBins = 20;

    /// <summary>How far the level falls over one block of bins, and stays fallen.</summary>
    private const double CliffDb = 25;

    /// <summary>Below this share of the band a cliff is the music's own.</summary>
    private const double LowestShare = 0.35;

    /// <summary>What a coder at 128 kbit/s leaves of the signal over its own noise falls by about as much, from a few kHz on.</summary>
    private const double FallDbPerKilohertz = 1.5;
    private const double FallFromKilohertz = 2;

    private readonly float[] _power;
    private readonly double _binKilohertz;
    private readonly int _bin;

    private CodecCutoff(float[] power, double binKilohertz, int bin)
    {
        (_power, _binKilohertz, _bin) = (power, binKilohertz, bin);
    }

    /// <summary>Highest frequency that the coder kept.</summary>
    public double Hz => 1000 * _bin * _binKilohertz;

    /// <summary>The cut-off of a song, or null when its spectrum has no cliff.</summary>
    public static CodecCutoff? Find(Sound song)
    {
        float[] power = MeanPower(song);
        int blocks = power.Length / BlockBins;
        double highest = double.NegativeInfinity, next = double.NegativeInfinity;
        for (int b = blocks - 1; b >= LowestShare * blocks; b--)
        {
            double level = 10 * Math.Log10(Mean(power, b * BlockBins, BlockBins) + 1e-30);
            if (b < blocks - 2 && level - highest > CliffDb)
                return new CodecCutoff(power, song.SampleRate / 1000.0 / FrameLength, (b - 1) * BlockBins);
            (highest, next) = (Math.Max(highest, next), level);
        }

        return null;
    }

    /// <summary>
    /// The autocorrelation of the song as if the level at the cut-off went on above it: an inverse filter that is fitted to it does not
    /// lift
    /// the emptiness. With <paramref name="distrust"/> treble is made louder by what the coder's noise spoils, and not lifted either.
    /// </summary>
    public double[] Autocorrelation(int lags, bool distrust)
    {
        var filled = (float[])_power.Clone();
        filled.AsSpan(_bin).Fill(Mean(_power, _bin - 2 * BlockBins, 2 * BlockBins));
        for (int b = 0; distrust && b < filled.Length; b++)
            filled[b] *= (float)Math.Pow(10, FallDbPerKilohertz / 10 * Math.Max(0, b * _binKilohertz - FallFromKilohertz));
        var time = new float[FrameLength];
        RealFft.Shared<float>(FrameLength).Inverse(filled, new float[filled.Length], time);
        return [.. time.Take(lags).Select(v => (double)v)];
    }

    private static float Mean(float[] power, int from, int count) => TensorPrimitives.Sum<float>(power.AsSpan(from, count)) / count;

    /// <summary>Mean power spectrum over frames from all the song, its channels added. The window's side lobes lie 92 dB down.</summary>
    private static float[] MeanPower(Sound song)
    {
        RealFft<float> fft = RealFft.Shared<float>(FrameLength);
        int frames = Math.Min(MostFrames, song.Length / FrameLength);
        var window = new float[FrameLength];
        for (int n = 0; n < FrameLength; n++)
        {
            double turn = 2 * Math.PI * n / FrameLength;
            window[n] = (float)(0.35875 - 0.48829 * Math.Cos(turn) + 0.14128 * Math.Cos(2 * turn) - 0.01168 * Math.Cos(3 * turn));
        }

        float[] power = new float[fft.Bins], time = new float[FrameLength], re = new float[fft.Bins], im = new float[fft.Bins];
        for (int f = 0; f < frames; f++)
        {
            int start = (int)((long)f * (song.Length - FrameLength) / frames);
            for (int c = 0; c < song.Channels; c++)
            {
                TensorPrimitives.Multiply(song[c].Slice(start, FrameLength), window, time);
                fft.Forward(time, re, im);
                TensorPrimitives.MultiplyAdd(re, re, power, power);
                TensorPrimitives.MultiplyAdd(im, im, power, power);
            }
        }

        return power;
    }
}
