using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip turned about its middle.</summary>
public sealed record Rotate : IVideoEffect
{
    /// <param name="degrees">The angle, clockwise.</param>
    public Rotate(Curve degrees) => Degrees = degrees;

    /// <param name="degrees">The angle, clockwise, by a function of seconds; thread-safe and pure.</param>
    public Rotate(Func<double, double> degrees)
        : this(new Curve(degrees))
    {
    }

    /// <summary>The angle in degrees, clockwise.</summary>
    public Curve Degrees { get; init => field = Require.NotNull(value); }

    /// <summary>
    /// Whether the frame grows to hold the turned picture, for an angle that changes to hold it at any angle; else the frame keeps its
    /// size and
    /// corners are cut off.
    /// </summary>
    public bool Expand { get; init; } = true;

    /// <summary>What is seen beside the picture.</summary>
    public Color Background { get; init; } = Color.Transparent;

    /// <summary>Bilinear, bicubic or nearest; right angles move pixels exactly.</summary>
    public ResamplingFilter Filter { get; init; } = ResamplingFilter.Bicubic;

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        (int Width, int Height) size = (clip.Width, clip.Height);
        if (Expand)
            size = Degrees.Constant is { } constant ? FrameTransforms.TurnedSize(size, Radians(constant)) : Diagonal(size);
        bool fills = Degrees.Constant is { } angle && angle % 90 == 0 && (angle % 180 == 0 || (Expand || clip.Width == clip.Height));
        VideoClip turned = new DerivedClip(clip, size, Render) { Opaque = fills && clip.IsOpaque };
        if (Degrees.Constant is not null)
            turned = RenderedOnce.IfStill(clip, turned);
        return Background.Alpha > 0 ? turned.With(new OnColor(Background)) : turned;
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        using Frame picture = Frame.Rent(source.Width, source.Height);
        source.Render(t, picture);
        picture.RotateTo(target, Radians(Degrees.At(t)), Filter);
    }

    private static (int, int) Diagonal((int Width, int Height) size)
    {
        int side = (int)Math.Ceiling(Math.Sqrt((double)size.Width * size.Width + (double)size.Height * size.Height));
        return (side, side);
    }

    private static double Radians(double degrees) => degrees % 360 / 180 * Math.PI;
}
