using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Cuts windowed frames out of a sound; what they see outside is as their options say.</summary>
internal sealed class FrameCutter(StftOptions options)
{
    private readonly float[] _window = options.PaddedWindow();

    /// <summary>Fills <paramref name="target"/> (FFT length) with a frame.</summary>
    public void Cut(ReadOnlySpan<float> samples, int frame, Span<float> target) =>
        CutAt(samples, ((long)frame * options.HopLength) - options.Padding, target);

    /// <summary>The same for a frame that begins at any sample, also before the sound.</summary>
    public void CutAt(ReadOnlySpan<float> samples, long start, Span<float> target)
    {
        (int from, int to) = Frames.Inside(samples.Length, start, target.Length);
        if (options.Edges == FrameEdges.Silence)
        {
            target[..from].Clear();
            target[to..].Clear();
        }
        else
        {
            for (int n = 0; n < from; n++)
                target[n] = _window[n] * Frames.Beyond(samples, start + n, options.Edges);
            for (int n = to; n < target.Length; n++)
                target[n] = _window[n] * Frames.Beyond(samples, start + n, options.Edges);
        }

        if (to > from)
            TensorPrimitives.Multiply(samples.Slice((int)(start + from), to - from), _window.AsSpan(from, to - from), target[from..to]);
    }
}
