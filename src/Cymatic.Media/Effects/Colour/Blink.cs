using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that is seen for a while, gone for a while, and so on.</summary>
public sealed record Blink : IVideoEffect
{
    /// <param name="on">Seconds for which it is seen.</param>
    /// <param name="off">Seconds for which it is not.</param>
    public Blink(double on, double off) => (On, Off) = (on, off);

    /// <summary>Seconds for which it is seen.</summary>
    public double On { get; init => field = Require.Positive(value); }

    /// <summary>Seconds for which it is not.</summary>
    public double Off { get; init => field = Require.Positive(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        double round = On + Off, tolerance = clip.Rate?.TimeOf(1) * 1e-6 ?? 0;
        return clip.Filter((t, frame) =>
        {
            double place = t + tolerance;
            if (place - Math.Floor(place / round) * round >= On)
                frame.Clear();
        });
    }
}
