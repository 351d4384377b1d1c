using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Cuts windowed frames out of a sound; what lies outside the sound is silence.</summary>
internal sealed class FrameCutter(StftOptions options)
{
    private readonly float[] _window = options.PaddedWindow();

    /// <summary>Fills <paramref name="target"/> (FFT length) with a frame.</summary>
    public void Cut(ReadOnlySpan<float> samples, int frame, Span<float> target) =>
        CutAt(samples, ((long)frame * options.HopLength) - options.Padding, target);

    /// <summary>The same for a frame that begins at any sample, also before the sound.</summary>
    public void CutAt(ReadOnlySpan<float> samples, long start, Span<float> target)
    {
        int from = (int)Math.Clamp(-start, 0, target.Length), to = (int)Math.Clamp(samples.Length - start, from, target.Length);
        target[..from].Clear();
        target[to..].Clear();
        if (to > from)
            TensorPrimitives.Multiply(samples.Slice((int)(start + from), to - from), _window.AsSpan(from, to - from), target[from..to]);
    }
}
