using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip in black and white: white where its grey is above a threshold.</summary>
/// <remarks>Over black where it is transparent. Otsu's threshold is that of skimage.filters.threshold_otsu.</remarks>
public sealed record Threshold : IVideoEffect
{
    /// <param name="level">0 … 1; what is equal to it is black.</param>
    public Threshold(double level) => Level = level;

    private Threshold()
    {
    }

    /// <summary>For each picture the threshold that parts its greys best into two groups.</summary>
    public static Threshold Otsu { get; } = new();

    /// <summary>0 … 1; null for Otsu's.</summary>
    public double? Level { get; init => field = value is { } level ? Require.Fraction(level) : null; }

    /// <summary>How much of red, green and blue makes a grey.</summary>
    public LumaWeights Weights { get; init; } = LumaWeights.Crt;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new DerivedClip(clip, Render) { Opaque = true };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using Plane<byte> grey = Plane.Rent<byte>(target.Width, target.Height);
        source.Render(t, target);
        target.LumaTo(grey, Weights);
        grey.Threshold(Level is { } level ? (byte)(level * 255) : grey.OtsuThreshold());
        grey.ShowOn(target);
    }
}
