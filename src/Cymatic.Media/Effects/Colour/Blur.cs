using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A blurred clip.</summary>
/// <remarks>
/// A Gaussian, cut off at four standard deviations: skimage.filters.gaussian. Beyond the edges the outermost pixels go on.
/// </remarks>
public sealed record Blur : IVideoEffect
{
    /// <param name="sigma">Standard deviation in pixels, 0 to 1,000.</param>
    public Blur(Curve sigma) => Sigma = sigma;

    /// <param name="sigma">Standard deviation in pixels by a function of seconds; thread-safe and pure.</param>
    public Blur(Func<double, double> sigma)
        : this(new Curve(sigma))
    {
    }

    /// <summary>Standard deviation in pixels; a function is brought into 0 to 1,000.</summary>
    public Curve Sigma
    {
        get;
        init => field = Require.NotNull(value).Constant is null or (>= 0 and <= 1000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value.Constant, "A standard deviation lies between 0 and 1,000 pixels.");
    }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        VideoClip blurred = new DerivedClip(clip, Render) { Opaque = clip.IsOpaque };
        return Sigma.Constant is null ? blurred : RenderedOnce.IfStill(clip, blurred);
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        double sigma = Sigma.At(t, 0, 1000);
        if (sigma == 0)
        {
            source.Render(t, target);
            return;
        }

        using Frame sharp = Frame.Rent(target.Width, target.Height);
        source.Render(t, sharp);
        sharp.GaussianBlurTo(target, sigma);
    }
}
