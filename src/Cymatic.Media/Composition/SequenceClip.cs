using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>
/// The pictures of a concatenation: clips of one size, each from its start on, two of them together while they cross-fade.
/// </summary>
internal sealed class SequenceClip : VideoClip
{
    // In seconds: far below a frame, far above the rounding of sums.
    private const double Tolerance = 1e-9;
    private readonly VideoClip[] _clips;
    private readonly double[] _starts;
    private readonly double _crossFade;

    /// <param name="size">Of all clips, in pixels.</param>
    /// <param name="clips">At least one.</param>
    /// <param name="starts">When each begins, and when the last ends.</param>
    /// <param name="crossFade">Seconds for which two are seen.</param>
    public SequenceClip((int Width, int Height) size, VideoClip[] clips, double[] starts, double crossFade)
        : base(size.Width, size.Height, starts[^1])
    {
        (_clips, _starts, _crossFade) = (clips, starts, crossFade);
        Rate = clips.Select(clip => clip.Rate).OrderByDescending(rate => (double?)rate?.Num / rate?.Den ?? 0).First();
        IsOpaque = clips.All(clip => clip.IsOpaque);
    }

    /// <inheritdoc/>
    public override FrameRate? Rate { get; }

    /// <inheritdoc/>
    public override bool IsOpaque { get; }

    /// <inheritdoc/>
    public override void Render(double t, Frame target)
    {
        int found = _starts.AsSpan(0, _clips.Length).BinarySearch(t + Tolerance);
        int index = Math.Max(0, found >= 0 ? found : ~found - 1);
        double local = t - _starts[index], amount = _crossFade > 0 && index > 0 ? local / _crossFade : 1;
        Draw(_clips[index], local, target);
        if (amount >= 1)
            return;
        using Frame before = Frame.Rent(Width, Height);
        Draw(_clips[index - 1], t - _starts[index - 1], before);
        FrameMix.Into(before, target, 1 - amount);
    }

    private static void Draw(VideoClip clip, double t, Frame target) => clip.Render(Math.Clamp(t, 0, clip.Duration), target);
}
