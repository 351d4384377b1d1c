using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip that is seen through a mask: as much of each pixel as the mask is bright there.</summary>
public sealed record Masked : IVideoEffect
{
    /// <param name="mask">Of the clip's size; black hides, white shows. After its end its last picture stays.</param>
    public Masked(VideoClip mask) => Mask = mask;

    /// <summary>Of the clip's size; black hides, white shows. After its end its last picture stays.</summary>
    public VideoClip Mask { get; init => field = Require.NotNull(value).With(new SetDuration(double.PositiveInfinity)); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if ((Mask.Width, Mask.Height) != (clip.Width, clip.Height))
        {
            throw new ArgumentException(
                $"A mask of {Mask.Width}×{Mask.Height} pixels does not fit a clip of {clip.Width}×{clip.Height}.", nameof(clip));
        }

        return clip.Filter(Change);
    }

    private void Change(double t, Frame frame)
    {
        using Frame grey = Frame.Rent(frame.Width, frame.Height);
        using Plane<byte> mask = Plane.Rent<byte>(frame.Width, frame.Height);
        Mask.Render(t, grey);
        grey.LumaTo(mask, LumaWeights.Bt709);
        frame.MultiplyBy(mask);
    }
}
