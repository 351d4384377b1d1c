using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The two parts of a sound while they are made.</summary>
internal sealed class SeparatedSound(Sound sound)
{
    public float[][] Harmonic { get; } = [.. Enumerable.Range(0, sound.Channels).Select(_ => new float[sound.Length])];

    public float[][] Percussive { get; } = [.. Enumerable.Range(0, sound.Channels).Select(_ => new float[sound.Length])];
}

/// <summary>Separates one stretch of a sound after the other, with the memory of one; every thread has its own.</summary>
internal sealed class HpssBlock(Sound sound, StftOptions stft, HpssMasks masks)
{
    private readonly OverlapAdd _overlap = new(stft, stft.FramesOf(sound.Length));
    private readonly FrameCutter _cutter = new(stft);
    private readonly RealFft<float> _fft = RealFft.Shared<float>(stft.FftLength);
    private readonly int _frames = stft.FramesOf(sound.Length);
    private readonly float[] _time = new float[stft.FftLength];
    private float[][] _re = [];
    private float[][] _im = [];
    private float[] _levels = [];
    private float[] _harmonic = [];
    private float[] _percussive = [];

    private int Bins => stft.Bins;

    /// <summary>Fills a stretch of samples of both parts.</summary>
    public void Separate(int start, int length, SeparatedSound result)
    {
        // Frames that reach into the stretch, and those around them that their medians need.
        (int first, int last) = _overlap.FramesOf(start, length);
        int begin = Math.Max(0, first - masks.Context), end = Math.Min(_frames - 1, last + masks.Context);
        Reserve(end - begin + 1);
        Analyse(begin, end - begin + 1);
        masks.Fill(new(_levels, Bins, begin, _frames), (first, last - first + 1), Slice(_harmonic, last - first + 1),
            Slice(_percussive, last - first + 1));
        for (int channel = 0; channel < sound.Channels; channel++)
        {
            Synthesise(channel, _harmonic, (begin, first), result.Harmonic[channel].AsSpan(start, length), start);
            Synthesise(channel, _percussive, (begin, first), result.Percussive[channel].AsSpan(start, length), start);
        }
    }

    private Span<float> Slice(float[] values, int frames) => values.AsSpan(0, frames * Bins);

    private void Reserve(int frames)
    {
        int count = frames * Bins;
        if (_levels.Length >= count)
            return;
        _re = [.. Enumerable.Range(0, sound.Channels).Select(_ => new float[count])];
        _im = [.. Enumerable.Range(0, sound.Channels).Select(_ => new float[count])];
        (_levels, _harmonic, _percussive) = (new float[count], new float[count], new float[count]);
    }

    /// <summary>Transforms frames of all channels; levels are the root of the channels' mean power.</summary>
    private void Analyse(int begin, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Span<float> levels = _levels.AsSpan(i * Bins, Bins);
            levels.Clear();
            for (int channel = 0; channel < sound.Channels; channel++)
            {
                Span<float> re = _re[channel].AsSpan(i * Bins, Bins), im = _im[channel].AsSpan(i * Bins, Bins);
                _cutter.Cut(sound[channel], begin + i, _time);
                _fft.Forward(_time, re, im);
                TensorPrimitives.MultiplyAdd(re, re, levels, levels);
                TensorPrimitives.MultiplyAdd(im, im, levels, levels);
            }

            if (sound.Channels > 1)
                TensorPrimitives.Multiply(levels, 1f / sound.Channels, levels);
            TensorPrimitives.Sqrt(levels, levels);
        }
    }

    private void Synthesise(int channel, float[] mask, (int Begin, int First) frames, Span<float> target, int start)
    {
        float[] re = new float[Bins], im = new float[Bins];
        _overlap.Block(target, start, (frame => Masked(_re[channel], re, frame), frame => Masked(_im[channel], im, frame)));

        ReadOnlySpan<float> Masked(float[] parts, float[] product, int frame)
        {
            TensorPrimitives.Multiply(
                parts.AsSpan((frame - frames.Begin) * Bins, Bins), mask.AsSpan((frame - frames.First) * Bins, Bins), product);
            return product;
        }
    }
}
