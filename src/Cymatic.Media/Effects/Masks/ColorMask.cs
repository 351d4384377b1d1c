using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip without one colour: what is near to it becomes transparent.</summary>
/// <remarks>
/// A pixel at distance d from the colour, of 0 … 441 in 8-bit red, green and blue, keeps d^s / (threshold^s + d^s) of itself, s being the
/// stiffness: MoviePy's MaskColor.
/// </remarks>
public sealed record ColorMask : IVideoEffect
{
    /// <param name="color">What becomes transparent.</param>
    public ColorMask(Color color) => Color = color;

    /// <summary>What becomes transparent.</summary>
    public Color Color { get; init; }

    /// <summary>The distance at which half of a pixel stays; 0 takes away exactly the colour.</summary>
    public double Threshold { get; init => field = Require.NotNegative(value); }

    /// <summary>How sharply it changes around the threshold, positive.</summary>
    public double Stiffness { get; init => field = Require.Positive(value); } = 1;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var key = new ColorKey(Color, Threshold, Stiffness);
        return clip.Map(key.Apply);
    }
}
