using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip as in a mirror.</summary>
/// <remarks>MoviePy's MirrorX, and with <see cref="Vertically"/> its MirrorY.</remarks>
public sealed record Flip : IVideoEffect
{
    /// <param name="vertically">Whether top and bottom are swapped, and not left and right.</param>
    public Flip(bool vertically = false) => Vertically = vertically;

    /// <summary>Whether top and bottom are swapped, and not left and right.</summary>
    public bool Vertically { get; init; }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        bool vertically = Vertically;
        return clip.Map(
            frame =>
            {
                if (vertically)
                    frame.FlipVertically();
                else
                    frame.FlipHorizontally();
            },
            keepsOpaque: true);
    }
}
