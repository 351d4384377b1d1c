using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A mask that shows what either it or another shows: of each pixel the lighter.</summary>
/// <remarks>MoviePy's MasksOr.</remarks>
public sealed record MaskOr : IVideoEffect
{
    /// <param name="other">Of the same size. After its end its last picture stays.</param>
    public MaskOr(VideoClip other) => Other = other;

    /// <summary>The other mask, of the same size. After its end its last picture stays.</summary>
    public VideoClip Other { get; init => field = Require.NotNull(value).With(new SetDuration(double.PositiveInfinity)); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip) => MaskBlend.Apply(clip, Other, BlendMode.Lighten);
}
