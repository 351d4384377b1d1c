using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that is blurred inside of a disc that may move: to hide a face or a number plate.</summary>
public sealed record HeadBlur : IVideoEffect
{
    /// <param name="centre">The middle of the disc in pixels, by a function of seconds; thread-safe and pure.</param>
    /// <param name="radius">Of the disc, in pixels.</param>
    public HeadBlur(Func<double, (double X, double Y)> centre, double radius) => (Centre, Radius) = (centre, radius);

    /// <summary>The middle of the disc in pixels, by a function of seconds.</summary>
    public Func<double, (double X, double Y)> Centre { get; init => field = Require.NotNull(value); }

    /// <summary>Of the disc, in pixels.</summary>
    public double Radius { get; init => field = Require.Positive(value); }

    /// <summary>How soft the picture and the edge of the disc are.</summary>
    public DiscBlurOptions Options { get; init => field = Require.NotNull(value); } = DiscBlurOptions.Default;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        DiscBlurOptions options = Options;
        return clip.Filter((t, frame) => frame.BlurDisc(Centre(t), Radius, options), keepsOpaque: true);
    }
}
