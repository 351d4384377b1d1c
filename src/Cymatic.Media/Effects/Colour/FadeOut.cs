using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that goes down into a colour at its end.</summary>
public sealed record FadeOut : IVideoEffect
{
    /// <param name="seconds">How long it takes.</param>
    public FadeOut(double seconds) => Seconds = seconds;

    /// <summary>How long it takes, in seconds.</summary>
    public double Seconds { get; init => field = Require.Positive(value); }

    /// <summary>The colour of its end.</summary>
    public Color Color { get; init; } = Color.Black;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double end = Require.End(clip.Duration, nameof(FadeOut));
        return clip.Filter((t, frame) => Change(end - t, frame), keepsOpaque: true);
    }

    private void Change(double left, Frame frame)
    {
        if (left < Seconds)
            frame.FadeTo(Color, 1 - Math.Max(0, left) / Seconds);
    }
}
