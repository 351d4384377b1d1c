using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A window that moves over the picture and stops at its edges: rolling credits, a pan over a photo.</summary>
/// <remarks>It moves by fractions of a pixel, so that slow motion does not jump.</remarks>
public sealed record Scroll : IVideoEffect
{
    /// <summary>Width of the window in pixels; null, or more than the picture's, for that of the picture.</summary>
    public int? Width { get; init => field = value is { } width ? Require.AtLeast(1, width) : null; }

    /// <summary>Height of the window in pixels; null, or more than the picture's, for that of the picture.</summary>
    public int? Height { get; init => field = value is { } height ? Require.AtLeast(1, height) : null; }

    /// <summary>Pixels a second that the window moves to the right and down.</summary>
    public (double X, double Y) Speed { get; init => field = (Require.Finite(value.X), Require.Finite(value.Y)); }

    /// <summary>The window's upper left corner at time 0, in pixels of the picture.</summary>
    public (double X, double Y) Start { get; init => field = (Require.Finite(value.X), Require.Finite(value.Y)); }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        var (width, height) = (Math.Min(Width ?? clip.Width, clip.Width), Math.Min(Height ?? clip.Height, clip.Height));
        return new DerivedClip(clip, (width, height), Render) { Opaque = clip.IsOpaque };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        double x = Math.Clamp(Start.X + Speed.X * t, 0, source.Width - target.Width);
        double y = Math.Clamp(Start.Y + Speed.Y * t, 0, source.Height - target.Height);
        using Frame picture = Frame.Rent(source.Width, source.Height);
        source.Render(t, picture);
        if (x == Math.Floor(x) && y == Math.Floor(y))
        {
            picture.CopyTo(new((int)x, (int)y, target.Width, target.Height), target, (0, 0));
            return;
        }

        target.Clear();
        picture.BlendOnto(target, (-x, -y), BlendOptions.Default);
    }
}
