using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>What <see cref="MaskAnd"/> and <see cref="MaskOr"/> share: of each pixel of two masks one of the two.</summary>
internal static class MaskBlend
{
    /// <summary>A mask with another blended onto it at every time.</summary>
    /// <exception cref="ArgumentException">They are not of the same size.</exception>
    internal static VideoClip Apply(VideoClip clip, VideoClip other, BlendMode mode)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if ((other.Width, other.Height) != (clip.Width, clip.Height))
        {
            throw new ArgumentException(
                $"A mask of {other.Width}×{other.Height} pixels does not fit one of {clip.Width}×{clip.Height}.", nameof(clip));
        }

        var options = new BlendOptions { Mode = mode };
        return clip.Filter((t, frame) =>
        {
            using Frame picture = Frame.Rent(frame.Width, frame.Height);
            other.Render(t, picture);
            picture.BlendOnto(frame, default, options);
        }, keepsOpaque: true);
    }
}
