using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that comes out of a colour.</summary>
public sealed record FadeIn : IVideoEffect
{
    /// <param name="seconds">How long it takes.</param>
    public FadeIn(double seconds) => Seconds = seconds;

    /// <summary>How long it takes, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <summary>The colour of its beginning.</summary>
    public Color Color { get; init; } = Color.Black;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return clip.Filter(Change, keepsOpaque: true);
    }

    private void Change(double t, Frame frame)
    {
        if (t < Seconds)
            frame.FadeTo(Color, 1 - Math.Max(0, t) / Seconds);
    }
}
