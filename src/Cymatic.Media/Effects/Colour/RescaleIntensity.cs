using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>
/// A clip in greys that are stretched linearly: by default each picture from its darkest to its lightest, to black and white.
/// </summary>
/// <remarks>skimage.exposure.rescale_intensity of the grey picture.</remarks>
public sealed record RescaleIntensity : IVideoEffect
{
    /// <summary>How much of red, green and blue makes a grey.</summary>
    public LumaWeights Weights { get; init; } = LumaWeights.Crt;

    /// <summary>The greys of 0 … 1 that become the ends of the output; null for each picture's darkest and lightest.</summary>
    public (double Low, double High)? Input
    {
        get;
        init => field = value is null || value is { } range && range.Low < range.High && double.IsFinite(range.High - range.Low)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A range goes up.");
    }

    /// <summary>The greys of 0 … 1 that they become.</summary>
    public (double Low, double High) Output
    {
        get;
        init => field = (Require.Fraction(value.Low), Require.Fraction(value.High));
    } = (0, 1);

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        LumaWeights weights = Weights;
        if (Input is null && Output == (0, 1))
            return clip.Map(frame => frame.RescaleIntensity(weights), keepsOpaque: true);
        return clip.Map(Rescale, keepsOpaque: true);
    }

    private void Rescale(Frame frame)
    {
        using Plane<float> grey = Plane.Rent<float>(frame.Width, frame.Height);
        using Plane<byte> alpha = Plane.Rent<byte>(frame.Width, frame.Height);
        frame.AlphaTo(alpha);
        frame.LumaTo(grey, Weights);
        grey.RescaleIntensity(Input, Output);
        grey.ShowOn(frame);
        frame.MultiplyBy(alpha);
    }
}
