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
        double x = side is Side.Left or Side.Right ? clip.Width * (1 - shown) : 0, y = side is Side.Top or Side.Bottom ? clip.Height * (1 - shown) : 0;
        picture.BlendOnto(target, side is Side.Left or Side.Top ? (-x, -y) : (x, y), BlendOptions.Default);
    }
}
