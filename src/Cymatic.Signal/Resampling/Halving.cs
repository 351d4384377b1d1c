using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>
/// Every second sample behind <see cref="Resampler"/>'s filter, by FFT: block by block, overlapping by the filter's length.
/// </summary>
/// <remarks>
/// Above half the new rate the filter leaves −122 dB, so the spectrum of the halved block is the lower half of the filtered one, and the
/// other half is not even computed.
/// </remarks>
internal static class Halving
{
    private const int BlockLength = 1 << 13;
    private static readonly SincDesign Design = new(0.25 * Resampler.PassBand, 0.25);
    private static readonly float[] Response = DesignResponse();

    /// <summary>⌈length / 2⌉ samples at half the rate, with silence around them, times a gain.</summary>
    public static float[] Run(float[] samples, float gain, CancellationToken cancel)
    {
        float[] result = GC.AllocateUninitializedArray<float>((samples.Length + 1) / 2);
        float[] response = new float[Response.Length];
        TensorPrimitives.Multiply(Response, gain, response);
        int edge = (Design.HalfLength + 1) / 2, step = (BlockLength / 2) - (2 * edge), blocks = (result.Length + step - 1) / step;
        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancel }, block =>
        {
            int first = block * step;
            Run(samples, 2 * (first - (long)edge), response, result.AsSpan(first, Math.Min(step, result.Length - first)), edge);
        });
        return result;
    }

    private static void Run(ReadOnlySpan<float> samples, long start, float[] response, Span<float> target, int edge)
    {
        RealFft<float> whole = RealFft.Shared<float>(BlockLength), half = RealFft.Shared<float>(BlockLength / 2);
        using var scratch = new Rented<float>(BlockLength + (2 * whole.Bins));
        Span<float> time = scratch.Span[..BlockLength], re = scratch.Span.Slice(BlockLength, whole.Bins), im = scratch.Span[^whole.Bins..];
        Frames.Copy(samples, start, time);
        whole.Forward(time, re, im);
        Span<float> lowRe = re[..half.Bins], lowIm = im[..half.Bins], halved = time[..half.Length];
        TensorPrimitives.Multiply(lowRe, response, lowRe);
        TensorPrimitives.Multiply(lowIm, response, lowIm);
        half.Inverse(lowRe, lowIm, halved);
        halved.Slice(edge, target.Length).CopyTo(target);
    }

    /// <summary>Half the filter's real response at the bins of a halved block: half, as there are half as many samples.</summary>
    private static float[] DesignResponse()
    {
        RealFft<double> fft = RealFft.Shared<double>(BlockLength);
        double[] taps = new double[BlockLength], re = new double[fft.Bins], im = new double[fft.Bins];
        for (int n = -Design.HalfLength; n <= Design.HalfLength; n++)
            taps[(n + BlockLength) % BlockLength] = Design.At(n);
        fft.Forward(taps, re, im);
        return [.. re.Take((BlockLength / 4) + 1).Select(x => (float)(0.5 * x))];
    }
}
