using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Straight colours of 0 … 255 become colour + luminosity + contrast · (colour − threshold).</summary>
/// <remarks>MoviePy's LumContrast.</remarks>
public sealed record LumContrast : IVideoEffect
{
    /// <summary>What is added, in 255ths.</summary>
    public double Luminosity { get; init => field = Require.Finite(value); }

    /// <summary>0 changes nothing, 1 doubles distances from the threshold.</summary>
    public double Contrast { get; init => field = Require.Finite(value); }

    /// <summary>The colour that contrast leaves as it is, in 255ths.</summary>
    public double Threshold { get; init => field = Require.Finite(value); } = 127;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var curve = ToneCurve.LumContrast(Luminosity, Contrast, Threshold);
        return clip.Map(frame => frame.Apply(curve), keepsOpaque: true);
    }
}
