using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Plot;

/// <summary>
/// Spectrum and waveform of a sound as two rows of bytes, by the W3C's Web Audio API (AnalyserNode): see <see cref="ShaderChannel.Audio"/>.
/// </summary>
internal sealed class AudioTexture : ShaderChannel
{
    internal const int Columns = 512, FftLength = 2048;

    private const double StepsPerSecond = 60, Smoothing = 0.8, LowestDb = -100, HighestDb = -30;

    // What lies further back has faded by 100 dB: 0.8⁵² is 10⁻⁵.
    private const int Steps = 52;

    // The byte of silence.
    private const float Middle = 128;

    private static readonly float[] Window = [.. Windows.Of(WindowShape.Blackman, FftLength).Select(weight => (float)weight)];

    private readonly Sound _sound;

    internal AudioTexture(Sound sound)
        : base(Columns, 2, 1)
    {
        ArgumentNullException.ThrowIfNull(sound);
        _sound = sound.ToMono();
        if (!TensorPrimitives.IsFiniteAll(_sound[0]))
            throw new ArgumentException($"A sample of {_sound.Length} is not finite.", nameof(sound));
    }

    internal override int SampleRate => _sound.SampleRate;

    internal override void Write(double t, Span<byte> texels)
    {
        Span<float> magnitude = stackalloc float[Columns], block = stackalloc float[FftLength];
        Smoothed(t, magnitude, block);
        for (int bin = 0; bin < Columns; bin++)
        {
            double db = 20 * Math.Log10(magnitude[bin]);
            texels[bin] = (byte)Math.Clamp(255 / (HighestDb - LowestDb) * (db - LowestDb), 0, 255);
        }

        Take(t, block);
        for (int i = 0; i < Columns; i++)
            texels[Columns + i] = (byte)Math.Clamp(Middle * (1 + block[i]), 0, 255);
    }

    // The recursion y = 0.8 y' + 0.2 |X|, written as the sum that it is, so that any time can be asked for in any order.
    private void Smoothed(double t, Span<float> smoothed, Span<float> block)
    {
        Span<float> re = stackalloc float[FftLength / 2 + 1], im = stackalloc float[FftLength / 2 + 1], one = stackalloc float[Columns];
        var fft = RealFft.Shared<float>(FftLength);
        smoothed.Clear();
        double weight = (1 - Smoothing) / FftLength;
        for (int step = 0; step < Steps; step++, weight *= Smoothing)
        {
            if (!Take(t - step / StepsPerSecond, block))
                continue;
            TensorPrimitives.Multiply(block, Window, block);
            fft.Forward(block, re, im);
            TensorPrimitives.Multiply(re[..Columns], re[..Columns], one);
            TensorPrimitives.MultiplyAdd(im[..Columns], im[..Columns], one, one);
            TensorPrimitives.Sqrt(one, one);
            TensorPrimitives.MultiplyAdd(one, (float)weight, smoothed, smoothed);
        }
    }

    // The samples before a time; silence before the beginning and after the end. False when nothing sounds.
    private bool Take(double t, Span<float> block)
    {
        block.Clear();
        double end = Math.Round(t * SampleRate);
        if (!(end > 0) || end >= _sound.Length + (double)FftLength)
            return false;
        int last = (int)Math.Min(end, _sound.Length), first = (int)Math.Max(0, end - FftLength);
        _sound[0][first..last].CopyTo(block[(int)(first - (end - FftLength))..]);
        return true;
    }
}
