using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that begins later: transparent pictures and silence before.</summary>
public sealed record Delay : ITimeEffect
{
    /// <param name="seconds">How much later.</param>
    public Delay(double seconds) => Seconds = seconds;

    /// <summary>How much later, in seconds.</summary>
    public double Seconds { get; init => field = Require.NotNegative(value); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return Seconds == 0 ? clip : new Later(clip, Seconds);
    }

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        long gap = SampleTime.At(Seconds, clip.SampleRate);
        if (gap == 0)
            return clip;
        return new JoinedSound(new SoundRow([new SilentSound(clip.SampleRate, clip.Channels, gap), clip]), SoundJoin.Exact);
    }

    private sealed class Later(VideoClip source, double seconds) : VideoClip(source.Width, source.Height, source.Duration + seconds)
    {
        public override FrameRate? Rate => source.Rate;

        public override void Render(double t, Frame target)
        {
            // A time that is a rounding short of the begin shows the begin, as frames do.
            double tolerance = source.Rate?.TimeOf(1) * 1e-6 ?? 0;
            if (t < seconds - tolerance)
                target.Clear();
            else
                source.Render(Math.Max(0, t - seconds), target);
        }
    }
}
