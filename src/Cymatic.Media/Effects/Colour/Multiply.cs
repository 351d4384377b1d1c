using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip whose colours are brighter or darker by a factor, white at most.</summary>
public sealed record Multiply : IVideoEffect
{
    /// <param name="factor">At least 0.</param>
    public Multiply(double factor) => Factor = factor;

    /// <summary>By which every channel is multiplied, at least 0.</summary>
    public double Factor { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var curve = ToneCurve.Multiply(Factor);
        return clip.Map(frame => frame.Apply(curve), keepsOpaque: true);
    }
}
