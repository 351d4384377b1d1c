using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Pictures that move in from a side of their frame, or out to it; transparent where they are not.</summary>
internal static class Sliding
{
    /// <param name="source">The clip.</param>
    /// <param name="side">Where it comes from or goes to.</param>
    /// <param name="shown">How much of it is seen at a time, 0 to 1.</param>
    public static VideoClip Of(VideoClip source, Side side, Func<double, double> shown)
    {
        if (!Enum.IsDefined(side))
            throw new ArgumentOutOfRangeException(nameof(side), side, "There is no such side.");
        return new DerivedClip(source, (clip, t, target) => Render(clip, t, side, Math.Clamp(shown(t), 0, 1), target));
    }

    private static void Render(VideoClip clip, double t, Side side, double shown, Frame target)
    {
        if (shown >= 1)
        {
            clip.Render(t, target);
            return;
        }

        using Frame picture = Frame.Rent(clip.Width, clip.Height);
        clip.Render(t, picture);
        target.Clear();
        double hidden = 1 - shown;
        (double, double) at = side switch
        {
            Side.Left => (-clip.Width * hidden, 0),
            Side.Right => (clip.Width * hidden, 0),
            Side.Top => (0, -clip.Height * hidden),
            _ => (0, clip.Height * hidden),
        };
        picture.BlendOnto(target, at, BlendOptions.Default);
    }
}
