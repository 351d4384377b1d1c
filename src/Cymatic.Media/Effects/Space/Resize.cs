using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A clip of another size.</summary>
public sealed record Resize : IVideoEffect
{
    private readonly (double Across, double Down)? _factors;
    private readonly (int? Width, int? Height) _size;
    private readonly Curve? _zoom;

    /// <param name="factor">How many times as wide and high.</param>
    public Resize(double factor) => _factors = (Require.Positive(factor, nameof(factor)), factor);

    /// <param name="size">Width and height in pixels.</param>
    public Resize((int Width, int Height) size) =>
        _size = (Require.AtLeast(1, size.Width, nameof(size)), Require.AtLeast(1, size.Height, nameof(size)));

    /// <param name="zoom">How many times as large the picture is at a time in seconds, from the middle of a frame that keeps its size;
    /// what it does not reach is transparent.</param>
    public Resize(Func<double, double> zoom) => _zoom = new Curve(zoom);

    private Resize((int? Width, int? Height) size) => _size = size;

    /// <summary>How pixels are mixed.</summary>
    public ResamplingFilter Filter { get; init; } = ResamplingFilter.Lanczos;

    /// <summary>A width in pixels; the height follows, so that the shape stays.</summary>
    public static Resize ToWidth(int width) => new((Require.AtLeast(1, width, nameof(width)), null));

    /// <summary>A height in pixels; the width follows, so that the shape stays.</summary>
    public static Resize ToHeight(int height) => new((null, Require.AtLeast(1, height, nameof(height))));

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (_zoom is { } zoom)
            return new ZoomedClip(clip, zoom, Filter);
        (int Width, int Height) size = Of(clip.Width, clip.Height);
        if (size == (clip.Width, clip.Height))
            return clip;
        var plan = Resampling.Plan((clip.Width, clip.Height), size, Filter);
        return RenderedOnce.IfStill(clip, new DerivedClip(clip, size, (source, t, target) =>
        {
            using Frame picture = Frame.Rent(source.Width, source.Height);
            source.Render(t, picture);
            plan.Apply(picture, target);
        })
        { Opaque = clip.IsOpaque });
    }

    private (int Width, int Height) Of(int width, int height)
    {
        if (_factors is { } factors)
            return (Side(width * factors.Across), Side(height * factors.Down));
        double scale = _size.Width is { } w ? (double)w / width : (double)_size.Height!.Value / height;
        return (_size.Width ?? Side(width * scale), _size.Height ?? Side(height * scale));
    }

    private static int Side(double pixels) => Math.Max(1, (int)Math.Round(pixels, MidpointRounding.AwayFromZero));
}
