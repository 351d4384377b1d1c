using System.Runtime.Intrinsics;

namespace Cymatic.Signal;

/// <summary>Frames of a spectrogram in memory: a part of all its frames.</summary>
/// <param name="Values">The numbers, frame after frame.</param>
/// <param name="Bins">Numbers in a frame.</param>
/// <param name="First">The first frame in memory.</param>
/// <param name="Total">Frames of the whole spectrogram.</param>
internal readonly record struct FrameBlock(ReadOnlyMemory<float> Values, int Bins, int First, int Total);

/// <summary>Median filters along both axes of a spectrogram, mirrored at the edges as scipy.ndimage does ("reflect").</summary>
internal static unsafe class MedianFilter
{
    /// <summary>Medians over time: each number's neighbours in the frames before and behind.</summary>
    public static void AlongFrames(FrameBlock block, (int Start, int Count) frames, int kernel, Span<float> target)
    {
        if (Vector512.IsHardwareAccelerated && block.Bins >= Vector512<float>.Count)
            AlongFrames<Lane512<float>>(block, frames, kernel, target);
        else if (Vector256.IsHardwareAccelerated && block.Bins >= Vector256<float>.Count)
            AlongFrames<Lane256<float>>(block, frames, kernel, target);
        else if (block.Bins >= Vector128<float>.Count)
            AlongFrames<Lane128<float>>(block, frames, kernel, target);
        else
            AlongFrames<Lane1<float>>(block, frames, kernel, target);
    }

    /// <summary>Medians over frequency: each number's neighbours in its own frame.</summary>
    public static void AlongBins(FrameBlock block, (int Start, int Count) frames, int kernel, Span<float> target)
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
            done = AlongBins<Lane512<float>>(block, frames, kernel, target, done);
        if (Vector256.IsHardwareAccelerated)
            done = AlongBins<Lane256<float>>(block, frames, kernel, target, done);
        done = AlongBins<Lane128<float>>(block, frames, kernel, target, done);
        AlongBins<Lane1<float>>(block, frames, kernel, target, done);
    }

    private static void AlongFrames<TLane>(FrameBlock block, (int Start, int Count) frames, int kernel, Span<float> target)
        where TLane : unmanaged, ILane<TLane, float>
    {
        fixed (float* x = block.Values.Span, y = target)
        {
            for (int left = 0; left < block.Bins; left += TLane.Count)
            {
                // The last lane overlaps the one before.
                int bin = Math.Min(left, block.Bins - TLane.Count);
                SlidingMedian<TLane>.Run(new(x + bin, block.Bins, block.First, block.Total), frames, kernel, new(y + bin, block.Bins));
            }
        }
    }

    /// <summary>As many frames at a time as a lane has places, transposed; returns how many are done.</summary>
    private static int AlongBins<TLane>(FrameBlock block, (int Start, int Count) frames, int kernel, Span<float> target, int done)
        where TLane : unmanaged, ILane<TLane, float>
    {
        int bins = block.Bins, lane = TLane.Count;
        using var scratch = new Scratch<float>(2 * bins * lane);
        fixed (float* x = block.Values.Span, y = target, memory = scratch)
        {
            float* columns = Scratch<float>.Aligned(memory), medians = columns + (bins * lane);
            for (; done + lane <= frames.Count; done += lane)
            {
                nint from = (nint)(frames.Start - block.First + done) * bins;
                Transposition<TLane>.Run(new(x + from, bins), new(columns, lane), lane, bins);
                SlidingMedian<TLane>.Run(new(columns, lane, 0, bins), (0, bins), kernel, new(medians, lane));
                Transposition<TLane>.Run(new(medians, lane), new(y + ((nint)done * bins), bins), bins, lane);
            }
        }

        return done;
    }
}
