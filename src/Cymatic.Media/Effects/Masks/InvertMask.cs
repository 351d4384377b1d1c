using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that is transparent where it was opaque. Where it was wholly transparent it is black.</summary>
public sealed record InvertMask : IVideoEffect
{
    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Map(frame =>
        {
            using Plane<byte> mask = Plane.Rent<byte>(frame.Width, frame.Height);
            frame.AlphaTo(mask);
            mask.Invert();
            frame.SetAlpha(mask);
        });
    }
}
