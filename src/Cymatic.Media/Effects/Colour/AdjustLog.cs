using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Straight colours of 0 … 1 become gain · log₂(1 + colour), or inversely gain · (2^colour − 1).</summary>
/// <remarks>skimage.exposure.adjust_log.</remarks>
public sealed record AdjustLog : IVideoEffect
{
    /// <summary>The factor, positive.</summary>
    public double Gain { get; init => field = Require.Positive(value); } = 1;

    /// <summary>Whether the correction is the inverse one, which darkens.</summary>
    public bool Inverse { get; init; }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var curve = ToneCurve.Log(Gain, Inverse);
        return clip.Map(frame => frame.Apply(curve), keepsOpaque: true);
    }
}
