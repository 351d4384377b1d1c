using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip seen at other times.</summary>
/// <param name="source">Whose pictures are seen.</param>
/// <param name="duration">In seconds.</param>
/// <param name="map">The source's time for a time of this clip; what falls outside the source is its first or last picture.</param>
internal sealed class RetimedClip(VideoClip source, double duration, Func<double, double> map)
    : VideoClip(source.Width, source.Height, duration)
{
    private readonly double _last = LastTime(source);
    private readonly double _end = source.Duration - (source.Rate?.TimeOf(1) ?? 0) * 1e-6;

    /// <summary>Rate of the frames as they are seen now.</summary>
    public FrameRate? NewRate { get; init; } = source.Rate;

    /// <inheritdoc/>
    public override FrameRate? Rate => NewRate;

    /// <inheritdoc/>
    public override bool IsOpaque => source.IsOpaque;

    /// <inheritdoc/>
    internal override FileStretch? Stretch => source.Stretch is { } whole ? whole with { Map = t => whole.Map(SourceTime(t)) } : null;

    /// <inheritdoc/>
    internal override bool IsStill => source.IsStill;

    /// <summary>The time of the last picture: of the last frame where there are frames, else the end.</summary>
    public static double LastTime(VideoClip clip) =>
        clip.Rate is { } rate && double.IsFinite(clip.Duration)
            ? rate.TimeOf(Math.Max(0, rate.FramesIn(clip.Duration) - 1))
            : clip.Duration;

    /// <inheritdoc/>
    public override void Render(double t, Frame target)
    {
        source.Render(SourceTime(t), target);
    }

    private double SourceTime(double t)
    {
        double time = map(t);
        if (double.IsNaN(time))
            throw new ArgumentException($"Time {t} of a clip was mapped to no number.", nameof(t));
        return time >= _end ? _last : Math.Max(0, time);
    }
}
