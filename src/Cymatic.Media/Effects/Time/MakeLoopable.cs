using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that fades into its own beginning, so that it can be looped without a seam; it gets shorter by the fade.</summary>
public sealed record MakeLoopable : ITimeEffect
{
    /// <param name="crossFade">Seconds in which the end becomes the beginning.</param>
    public MakeLoopable(double crossFade) => CrossFade = crossFade;

    /// <summary>Seconds in which the end becomes the beginning; at most half of the clip.</summary>
    public double CrossFade { get; init => field = Require.Positive(value); }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The fade is longer than half of the clip.</exception>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new Seamless(clip, CrossFade, Length(clip.Duration));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The fade is longer than half of the clip.</exception>
    public AudioClip Apply(AudioClip clip, double duration)
    {
        ArgumentNullException.ThrowIfNull(clip);
        Length(duration);
        long fade = Math.Clamp(SampleTime.At(CrossFade, clip.SampleRate), 1, clip.Length / 2);
        var faded = new CrossFadedSound(CutSound.From(clip, fade), clip, (clip.Length - 2 * fade, fade));
        return CutSound.Of(faded, 0, clip.Length - fade);
    }

    private double Length(double duration) => Require.End(duration, nameof(MakeLoopable)) >= 2 * CrossFade
        ? duration - CrossFade
        : throw new ArgumentException($"A clip of {duration} s is too short for a cross-fade of {CrossFade} s.", nameof(duration));

    private sealed class Seamless(VideoClip source, double fade, double duration) : VideoClip(source.Width, source.Height, duration)
    {
        public override FrameRate? Rate => source.Rate;

        public override bool IsOpaque => source.IsOpaque;

        public override void Render(double t, Frame target)
        {
            source.Render(Math.Min(t + fade, source.Duration), target);
            double amount = (t - (Duration - fade)) / fade;
            if (amount <= 0)
                return;
            using Frame beginning = Frame.Rent(Width, Height);
            source.Render(Math.Clamp(t - (Duration - fade), 0, source.Duration), beginning);
            FrameMix.Into(beginning, target, amount);
        }
    }
}
