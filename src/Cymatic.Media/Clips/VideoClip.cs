using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A picture for every time: a function that draws.</summary>
/// <remarks><see cref="Render"/> may be called by several threads at once, in any order; the same time gives the same picture.</remarks>
public abstract class VideoClip
{
    /// <param name="width">In pixels, 1 to <see cref="Frame.MaxSide"/>.</param>
    /// <param name="height">In pixels, 1 to <see cref="Frame.MaxSide"/>.</param>
    /// <param name="duration">In seconds, positive; infinite for a clip that never ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side or the duration is out of range.</exception>
    protected VideoClip(int width, int height, double duration)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Frame.MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Frame.MaxSide);
        if (!(duration > 0))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A clip lasts longer than 0 seconds.");
        (Width, Height, Duration) = (width, height, duration);
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Length in seconds; infinite for a clip that never ends.</summary>
    public double Duration { get; }

    /// <summary>The rate of its own frames; null for a clip whose picture may change at any time.</summary>
    public virtual FrameRate? Rate => null;

    /// <summary>Whether every pixel has alpha 255 at every time; false where that is not known.</summary>
    public virtual bool IsOpaque => false;

    /// <summary>The pictures of a movie file: <see cref="VideoFileClip.Open(string, VideoReadOptions?)"/>.</summary>
    /// <inheritdoc cref="VideoFileClip.Open(string, VideoReadOptions?)"/>
    public static VideoFileClip FromFile(string path, VideoReadOptions? options = null) => VideoFileClip.Open(path, options);

    /// <summary>The file whose unchanged frames these pictures are; null where they are drawn.</summary>
    internal virtual FileStretch? Stretch => null;

    /// <summary>Whether the picture is the same at every time: what is made of it once need not be made again.</summary>
    internal virtual bool IsStill => false;

    /// <summary>A picture file that stands still: PNG, JPEG, WebP, BMP, TIFF and more.</summary>
    /// <param name="path">The file: <see cref="ImageFile.Read"/>.</param>
    /// <param name="duration">In seconds; by default it never ends.</param>
    public static VideoClip FromImage(string path, double duration = double.PositiveInfinity)
    {
        using Frame picture = ImageFile.Read(path);
        return new StillClip(picture, duration);
    }

    /// <summary>Picture files, one after the other: <see cref="ImageSequenceClip.Open"/>.</summary>
    /// <inheritdoc cref="ImageSequenceClip.Open"/>
    public static ImageSequenceClip FromImages(IEnumerable<string> files, FrameRate rate) => ImageSequenceClip.Open(files, rate);

    /// <summary>A clip that fills frames by a function; thread-safe and pure in time, as <see cref="Render"/> must be.</summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="duration">In seconds.</param>
    /// <param name="render">Fills all of the frame for a time in seconds.</param>
    public static VideoClip From(int width, int height, double duration, Action<double, Frame> render)
    {
        ArgumentNullException.ThrowIfNull(render);
        return new Function(width, height, duration, render);
    }

    /// <summary>
    /// A clip that draws on a transparent canvas by a function; thread-safe and pure in time, as <see cref="Render"/> must be.
    /// </summary>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="duration">In seconds.</param>
    /// <param name="draw">Draws the picture for a time in seconds.</param>
    public static VideoClip From(int width, int height, double duration, Action<double, Canvas> draw)
    {
        ArgumentNullException.ThrowIfNull(draw);
        return new Function(width, height, duration, (t, frame) =>
        {
            frame.Clear();
            using Canvas canvas = new(frame);
            draw(t, canvas);
        });
    }

    /// <summary>A picture that stands still.</summary>
    /// <param name="picture">Copied; it may be disposed afterwards.</param>
    /// <param name="duration">In seconds; by default it never ends.</param>
    public static VideoClip From(Frame picture, double duration = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return new StillClip(picture, duration);
    }

    /// <summary>A text that stands still, as large as it needs or as its block says; transparent where its block has no ground.</summary>
    /// <param name="text">The text and how it is set.</param>
    /// <param name="duration">In seconds; by default it never ends.</param>
    /// <exception cref="ArgumentException">The font is not installed, or the text does not fit into its block.</exception>
    public static VideoClip From(TextBlock text, double duration = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(text);
        SetText set = text.Set();
        using Frame picture = Frame.Rent(set.Width, set.Height);
        set.Draw(picture);
        return new StillClip(picture, duration);
    }

    /// <summary>
    /// Fills planes as <see cref="Yuv420"/> makes them of a frame, without making the frame; false where there is no such way.
    /// </summary>
    /// <param name="t">In seconds.</param>
    /// <param name="planes">All of it is filled, or nothing.</param>
    internal virtual bool TryRenderPlanes(double t, Span<byte> planes) => false;

    /// <summary>This clip with an effect.</summary>
    public VideoClip With(IVideoEffect effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return effect.Apply(this);
    }

    /// <summary>This clip, each frame changed in place by a function of time and frame; thread-safe and pure.</summary>
    /// <param name="change">Changes the pixels of a frame, given its time in seconds.</param>
    /// <param name="keepsOpaque">Whether it leaves opaque frames opaque, which makes later steps faster.</param>
    public VideoClip Filter(Action<double, Frame> change, bool keepsOpaque = false)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new FilteredClip(this, change, keepsOpaque && IsOpaque);
    }

    /// <summary>This clip, each frame changed in place by a function; thread-safe and pure.</summary>
    /// <param name="change">Changes the pixels of a frame.</param>
    /// <param name="keepsOpaque">Whether it leaves opaque frames opaque, which makes later steps faster.</param>
    public VideoClip Map(Action<Frame> change, bool keepsOpaque = false)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RenderedOnce.IfStill(this, new FilteredClip(this, (_, frame) => change(frame), keepsOpaque && IsOpaque));
    }

    /// <summary>A clip of this one's size and duration by a function of it and time, which may ask it for any frames.</summary>
    /// <param name="render">Fills all of the target, given this clip and the time in seconds; thread-safe and pure.</param>
    public VideoClip Transform(Action<VideoClip, double, Frame> render)
    {
        ArgumentNullException.ThrowIfNull(render);
        return new DerivedClip(this, render);
    }

    /// <summary>Draws the picture at time <paramref name="t"/>.</summary>
    /// <param name="t">In seconds, from 0 to <see cref="Duration"/>.</param>
    /// <param name="target">Of this clip's size, with whatever it held before; all of it is filled.</param>
    public abstract void Render(double t, Frame target);

    private sealed class Function(int width, int height, double duration, Action<double, Frame> render) : VideoClip(width, height, duration)
    {
        public override void Render(double t, Frame target) => render(t, target);
    }
}
