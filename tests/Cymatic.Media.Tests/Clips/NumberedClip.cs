using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>A clip with frames, each filled with its number; a number outside the clip is asked for only by mistake, and throws.</summary>
internal sealed class NumberedClip(FrameRate rate, long count) : VideoClip(2, 1, rate.TimeOf(count))
{
    public override FrameRate? Rate => rate;

    public override bool IsOpaque => true;

    public static long NumberAt(VideoClip clip, double t)
    {
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        clip.Render(t, frame);
        return frame.PixelRow(0)[0] & 0xFFFFFF;
    }

    /// <summary>The numbers that a sequential read of a clip at a rate gives.</summary>
    public static long[] Numbers(VideoClip clip, FrameRate rate, int frames) =>
        [.. Enumerable.Range(0, frames).Select(n => NumberAt(clip, rate.TimeOf(n)))];

    public override void Render(double t, Frame target)
    {
        long number = rate.FrameAt(t);
        if (number < 0 || number >= count)
            throw new InvalidOperationException($"Frame {number} of {count} was asked for, at {t} s.");
        target.PixelRow(0).Fill(0xFF000000 | (uint)number);
    }
}
