using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip whose red, green and blue are mixed by a matrix: saturation, hue, brightness.</summary>
public sealed record ColorMix : IVideoEffect
{
    /// <param name="matrix">How channels mix.</param>
    public ColorMix(ColorMatrix matrix) => Matrix = matrix;

    /// <summary>How channels mix.</summary>
    public ColorMatrix Matrix { get; init => field = Require.NotNull(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        ColorMatrix matrix = Matrix;
        return clip.Map(frame => frame.Apply(matrix), keepsOpaque: true);
    }
}
