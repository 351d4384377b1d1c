using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Straight colours of 0 … 1 become gain · colour^gamma: below 1 lighter, above 1 darker.</summary>
/// <remarks>skimage.exposure.adjust_gamma; MoviePy's GammaCorrection.</remarks>
public sealed record AdjustGamma : IVideoEffect
{
    /// <param name="gamma">Positive.</param>
    public AdjustGamma(double gamma) => Gamma = gamma;

    /// <summary>The exponent, positive.</summary>
    public double Gamma { get; init => field = Require.Positive(value); }

    /// <summary>The factor, positive.</summary>
    public double Gain { get; init => field = Require.Positive(value); } = 1;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var curve = ToneCurve.Gamma(Gamma, Gain);
        return clip.Map(frame => frame.Apply(curve), keepsOpaque: true);
    }
}
