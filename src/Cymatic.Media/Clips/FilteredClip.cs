using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip whose frames are changed in place.</summary>
internal sealed class FilteredClip(VideoClip source, Action<double, Frame> change, bool isOpaque)
    : VideoClip(source.Width, source.Height, source.Duration)
{
    /// <inheritdoc/>
    public override FrameRate? Rate => source.Rate;

    /// <inheritdoc/>
    public override bool IsOpaque => isOpaque;

    /// <inheritdoc/>
    public override void Render(double t, Frame target)
    {
        source.Render(t, target);
        change(t, target);
    }
}
