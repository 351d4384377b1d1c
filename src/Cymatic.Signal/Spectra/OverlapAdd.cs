using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Adds windowed frames up to a sound and divides by the sum of the squared windows.</summary>
/// <remarks>
/// Each block of output is made by itself, from every frame that reaches into it: no two threads write to the same sample.
/// </remarks>
internal sealed class OverlapAdd(StftOptions options, int frames)
{
    /// <summary>Gives one part of a frame's bins.</summary>
    public delegate ReadOnlySpan<float> FramePart(int frame);

    private const int HopsPerBlock = 64;

    // Below this a sum of squared windows counts as none: float32's smallest normal number.
    private const float Nothing = 1.17549435e-38f;

    private readonly float[] _window = options.PaddedWindow();
    private readonly float[] _squares = [.. options.PaddedWindow().Select(w => w * w)];

    private readonly RealFft<float> _fft = RealFft.Shared<float>(options.FftLength);

    /// <summary>Fills <paramref name="samples"/>.</summary>
    public void Run(float[] samples, FramePart re, FramePart im, CancellationToken cancel)
    {
        int block = Math.Max(HopsPerBlock * options.HopLength, options.FftLength * 4);
        int blocks = (samples.Length + block - 1) / block;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancel }, index =>
        {
            int start = index * block;
            Block(samples.AsSpan(start, Math.Min(block, samples.Length - start)), start, (re, im));
        });
    }

    /// <summary>
    /// The first and the last frame that reach into a stretch of samples; the last is before the first when there is none.
    /// </summary>
    public (int First, int Last) FramesOf(int start, int length)
    {
        long begin = start + (long)options.Padding, end = begin + length - 1;
        long first = begin < options.FftLength ? 0 : ((begin - options.FftLength) / options.HopLength) + 1;
        return ((int)first, (int)Math.Min(frames - 1, end / options.HopLength));
    }

    /// <summary>Fills the stretch that begins at sample <paramref name="start"/>.</summary>
    public void Block(Span<float> target, int start, (FramePart Re, FramePart Im) parts)
    {
        using var scratch = new Rented<float>(options.FftLength + target.Length);
        Span<float> time = scratch.Span[..options.FftLength], weights = scratch.Span[options.FftLength..];
        weights.Clear();
        target.Clear();
        (int first, int last) = FramesOf(start, target.Length);
        for (int frame = first; frame <= last; frame++)
        {
            _fft.Inverse(parts.Re(frame), parts.Im(frame), time);
            int at = (int)(((long)frame * options.HopLength) - start - options.Padding), from = Math.Max(0, -at),
                to = Math.Min(time.Length, target.Length - at);
            Span<float> sum = target[(at + from)..(at + to)], weight = weights[(at + from)..(at + to)];
            TensorPrimitives.MultiplyAdd(time[from..to], _window.AsSpan(from, to - from), sum, sum);
            TensorPrimitives.Add(weight, _squares.AsSpan(from, to - from), weight);
        }

        for (int n = 0; n < target.Length; n++)
            target[n] = weights[n] > Nothing ? target[n] / weights[n] : target[n];
    }
}
