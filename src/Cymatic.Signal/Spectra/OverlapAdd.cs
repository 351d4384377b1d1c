using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Adds windowed frames up to a sound and divides by the sum of the squared windows.</summary>
/// <remarks>Each block of output is made by itself, from every frame that reaches into it: no two threads write to the same sample.</remarks>
internal sealed class OverlapAdd(StftOptions options, int frames)
{
    /// <summary>Gives one part of a frame's bins.</summary>
    public delegate ReadOnlySpan<float> FramePart(int frame);

    private const int HopsPerBlock = 64;

    // Below this a sum of squared windows counts as none: float32's smallest normal number.
    private const float Nothing = 1.17549435e-38f;

    private readonly float[] _window = options.PaddedWindow();
    private readonly float[] _squares = [.. options.PaddedWindow().Select(w => w * w)];

    /// <summary>Fills <paramref name="samples"/>.</summary>
    public void Run(float[] samples, FramePart re, FramePart im, CancellationToken cancel)
    {
        RealFft<float> fft = RealFft.Shared<float>(options.FftLength);
        int block = Math.Max(HopsPerBlock * options.HopLength, options.FftLength * 4);
        int blocks = (samples.Length + block - 1) / block;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancel }, index =>
        {
            int start = index * block;
            Block(samples.AsSpan(start, Math.Min(block, samples.Length - start)), start, (re, im), fft);
        });
    }

    private void Block(Span<float> target, int start, (FramePart Re, FramePart Im) parts, RealFft<float> fft)
    {
        using var scratch = new FrameScratch(options.FftLength + target.Length);
        Span<float> time = scratch.Span[..options.FftLength], weights = scratch.Span[options.FftLength..];
        weights.Clear();
        target.Clear();
        long begin = start + (long)options.Padding;
        int first = (int)Math.Max(0, ((begin - options.FftLength) / options.HopLength) + 1);
        int last = (int)Math.Min(frames - 1, (begin + target.Length - 1) / options.HopLength);
        for (int frame = begin < options.FftLength ? 0 : first; frame <= last; frame++)
        {
            fft.Inverse(parts.Re(frame), parts.Im(frame), time);
            int at = (int)(((long)frame * options.HopLength) - begin), from = Math.Max(0, -at), to = Math.Min(time.Length, target.Length - at);
            if (to <= from)
                continue;
            Span<float> sum = target[(at + from)..(at + to)], weight = weights[(at + from)..(at + to)];
            TensorPrimitives.MultiplyAdd(time[from..to], _window.AsSpan(from, to - from), sum, sum);
            TensorPrimitives.Add(weight, _squares.AsSpan(from, to - from), weight);
        }

        for (int n = 0; n < target.Length; n++)
            target[n] = weights[n] > Nothing ? target[n] / weights[n] : target[n];
    }
}
