using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A mask that shows what both it and another show: of each pixel the darker.</summary>
/// <remarks>MoviePy's MasksAnd.</remarks>
public sealed record MaskAnd : IVideoEffect
{
    /// <param name="other">Of the same size. After its end its last picture stays.</param>
    public MaskAnd(VideoClip other) => Other = other;

    /// <summary>The other mask, of the same size. After its end its last picture stays.</summary>
    public VideoClip Other { get; init => field = Require.NotNull(value).With(new SetDuration(double.PositiveInfinity)); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip) => MaskBlend.Apply(clip, Other, BlendMode.Darken);
}
