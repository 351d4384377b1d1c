using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Frames of a sound that a stretch looks at: the present one, the one a hop before it, and what came out last.</summary>
internal sealed class SpectralFrames
{
    private readonly Sound _sound;
    private readonly int _length;
    private readonly RealFft<float> _fft;
    private readonly FrameCutter _cutter;
    private readonly float[] _window;
    private readonly float[] _squares;
    private readonly float[] _time;
    private readonly float[] _before;
    private readonly float[] _after;

    public SpectralFrames(Sound sound, int length)
    {
        (_sound, _length, _fft) = (sound, length, RealFft.Shared<float>(length));
        StftOptions options = new() { FftLength = length };
        (_cutter, _window, _time) = (new(options), options.PaddedWindow(), new float[length]);
        _squares = [.. _window.Select(w => w * w)];
        (_before, _after) = (new float[Bins], new float[Bins]);
        Channels = [.. Enumerable.Range(0, sound.Channels).Select(_ => new ChannelFrames(Bins))];
        Power = new float[Bins];
    }

    public int Bins => _fft.Bins;

    /// <summary>The frames of each channel.</summary>
    public ChannelFrames[] Channels { get; }

    /// <summary>The present frame's power, over all channels.</summary>
    public float[] Power { get; }

    /// <summary>Transforms the frame centred on a sample.</summary>
    public void Analyse(long centre)
    {
        Array.Clear(Power);
        for (int c = 0; c < Channels.Length; c++)
        {
            Forward(c, centre, Channels[c].Re, Channels[c].Im);
            AddPower(Channels[c].Re, Channels[c].Im, Power);
        }
    }

    /// <summary>Transforms the frame that the present one follows in the source.</summary>
    public void AnalyseBefore(long centre)
    {
        for (int c = 0; c < Channels.Length; c++)
            Forward(c, centre, Channels[c].BeforeRe, Channels[c].BeforeIm);
    }

    /// <summary>Power of the frame centred on a sample, until the next call.</summary>
    public ReadOnlySpan<float> PowerAt(long centre) => PowerAt(centre, _before);

    /// <summary>The same, in other memory.</summary>
    public ReadOnlySpan<float> SecondPowerAt(long centre) => PowerAt(centre, _after);

    /// <summary>Rotates the present frame and adds it, windowed, to the output around a sample.</summary>
    public void Synthesise(PeakLock rotations, long centre, float[][] output, float[] weights)
    {
        long start = centre - (_length / 2);
        int from = (int)Math.Clamp(-start, 0, _length), to = (int)Math.Clamp(weights.Length - start, from, _length);
        for (int c = 0; c < Channels.Length; c++)
        {
            ChannelFrames frames = Channels[c];
            rotations.Rotate(frames);
            if (to == from)
                continue;
            _fft.Inverse(frames.OutRe, frames.OutIm, _time);
            Span<float> target = output[c].AsSpan((int)(start + from), to - from);
            TensorPrimitives.MultiplyAdd(_time.AsSpan(from, to - from), _window.AsSpan(from, to - from), target, target);
        }

        if (to == from)
            return;
        Span<float> weight = weights.AsSpan((int)(start + from), to - from);
        TensorPrimitives.Add(weight, _squares.AsSpan(from, to - from), weight);
    }

    private float[] PowerAt(long centre, float[] power)
    {
        Array.Clear(power);
        AnalyseBefore(centre);
        foreach (ChannelFrames frames in Channels)
            AddPower(frames.BeforeRe, frames.BeforeIm, power);

        return power;
    }

    private void Forward(int channel, long centre, float[] re, float[] im)
    {
        _cutter.CutAt(_sound[channel], centre - (_length / 2), _time);
        _fft.Forward(_time, re, im);
    }

    private static void AddPower(float[] re, float[] im, float[] power)
    {
        TensorPrimitives.MultiplyAdd(re, re, power, power);
        TensorPrimitives.MultiplyAdd(im, im, power, power);
    }
}

/// <summary>One channel's bins: the present frame, the one a hop before it in the source, and what came out last.</summary>
internal sealed class ChannelFrames(int bins)
{
    public float[] Re { get; } = new float[bins];

    public float[] Im { get; } = new float[bins];

    public float[] BeforeRe { get; } = new float[bins];

    public float[] BeforeIm { get; } = new float[bins];

    public float[] OutRe { get; } = new float[bins];

    public float[] OutIm { get; } = new float[bins];
}
