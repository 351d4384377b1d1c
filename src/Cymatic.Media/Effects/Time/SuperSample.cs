using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Each picture is the mean of several around its time: moving things blur, as behind an open shutter.</summary>
/// <remarks>MoviePy's SuperSample; rounded once, after the sum.</remarks>
public sealed record SuperSample : IVideoEffect
{
    /// <param name="reach">Seconds before and after, at which the first and the last picture are taken.</param>
    /// <param name="pictures">How many are taken, 2 to <see cref="FrameMean.MaxFrames"/>.</param>
    public SuperSample(double reach, int pictures) => (Reach, Pictures) = (reach, pictures);

    /// <summary>Seconds before and after, at which the first and the last picture are taken.</summary>
    public double Reach { get; init => field = Require.Positive(value); }

    /// <summary>How many are taken, 2 to <see cref="FrameMean.MaxFrames"/>.</summary>
    public int Pictures
    {
        get;
        init => field = value <= FrameMean.MaxFrames ? Require.AtLeast(2, value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"{FrameMean.MaxFrames} pictures at most make one.");
    }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new DerivedClip(clip, Render) { Opaque = clip.IsOpaque };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using FrameMean mean = new(target.Width, target.Height);
        for (int n = 0; n < Pictures; n++)
        {
            double time = t + Reach * (2.0 * n / (Pictures - 1) - 1);
            source.Render(Math.Clamp(time, 0, RetimedClip.LastTime(source)), target);
            mean.Add(target);
        }

        mean.MeanTo(target);
    }
}
