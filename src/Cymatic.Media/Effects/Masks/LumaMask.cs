using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that is transparent where it is dark.</summary>
public sealed record LumaMask : IVideoEffect
{
    /// <summary>How much of red, green and blue makes brightness.</summary>
    public LumaWeights Weights { get; init; } = LumaWeights.Bt709;

    /// <summary>Whether it is transparent where it is bright.</summary>
    public bool Inverted { get; init; }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Map(Change);
    }

    private void Change(Frame frame)
    {
        using Plane<byte> mask = Plane.Rent<byte>(frame.Width, frame.Height);
        frame.LumaTo(mask, Weights);
        if (Inverted)
            mask.Invert();
        frame.SetAlpha(mask);
    }
}
