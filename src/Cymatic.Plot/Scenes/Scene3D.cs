using System.IO.Compression;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Objects in space, lights and a camera: drawn on frames by a rasteriser of our own, on all cores, and animated.</summary>
/// <remarks>
/// The z axis points upwards. The bytes of a picture do not depend on the number of threads. Colours are sRGB-encoded throughout:
/// <see cref="Plot.Material"/> says how light changes them.
/// </remarks>
/// <example><code>
/// Numbers x = Numbers.Between(-2, 2, 200);
/// var waves = SurfacePlot.Of(x, x, (x, y) => Math.Sin(3 * x) * Math.Cos(2 * y));
/// new Scene3D(waves) { Camera = Camera.Turntable(30, 40), Axes = new() }.Write("waves.png");
/// </code></example>
public sealed record Scene3D
{
    // The share of the picture that is left free at each side.
    private const double Margin = 0.02;
    private const double PageDpi = 288;

    /// <summary>An empty scene.</summary>
    public Scene3D()
    {
    }

    /// <summary>A scene of objects.</summary>
    public Scene3D(params IReadOnlyList<SceneObject> objects) => Objects = objects;

    /// <summary>What is in it.</summary>
    public IReadOnlyList<SceneObject> Objects { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = [];

    /// <summary>What shines; without any, only <see cref="Material.Ambient"/> is left.</summary>
    public IReadOnlyList<Light> Lights { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Light.Default;

    /// <summary>Where it is seen from.</summary>
    public Camera Camera { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Camera.Turntable();

    /// <summary>Colours and letters of background and axes.</summary>
    public Theme Theme { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Theme.Light;

    /// <summary>Behind everything; may be transparent. Null: the theme's.</summary>
    public Color? Background { get; init; }

    /// <summary>A box with ticks around what is seen. Null: none.</summary>
    public AxesBox? Axes { get; init; }

    /// <summary>Far things fade. Null: they do not.</summary>
    public Fog? Fog { get; init; }

    /// <summary>The sides of the space that the data are brought to. Null: a unit of the data is as long on all axes.</summary>
    /// <remarks>With (1, 1, 0.7), what is seen is as deep as it is wide and 0.7 as high, whatever the axes measure.</remarks>
    public Vector3D? Aspect
    {
        get;
        init => field = value is null or ({ IsFinite: true } and { X: > 0, Y: > 0, Z: > 0 }) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The sides of a space must be positive and finite.");
    }

    /// <summary>What camera and axes are set up for along x; what lies outside is drawn too. Open ends follow the data.</summary>
    public Limits X { get; init => field = Finite(value); }

    /// <summary>What camera and axes are set up for along y.</summary>
    public Limits Y { get; init => field = Finite(value); }

    /// <summary>What camera and axes are set up for along z.</summary>
    public Limits Z { get; init => field = Finite(value); }

    /// <summary>Width of pictures and animations in pixels, 1 to <see cref="Frame.MaxSide"/>.</summary>
    public int Width { get; init => field = Side(value); } = 640;

    /// <summary>Height of pictures and animations in pixels.</summary>
    public int Height { get; init => field = Side(value); } = 480;

    /// <summary>Samples of a pixel, 4 or 8: each is tested, lit and coloured on its own.</summary>
    public int Samples
    {
        get;
        init => field = value is 4 or 8 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A pixel has 4 or 8 samples.");
    } = 4;

    internal Color Ground => Background ?? Theme.Background;

    /// <summary>The scene as pixels; dispose it.</summary>
    /// <exception cref="ArgumentException">Objects that cannot be drawn; the message says why.</exception>
    /// <exception cref="DrawingUnavailableException">There are axes, and Cairo, Pango or every font is missing.</exception>
    public Frame ToFrame()
    {
        Frame frame = Frame.Rent(Width, Height);
        try
        {
            Render(frame);
            return frame;
        }
        catch
        {
            frame.Dispose();
            throw;
        }
    }

    /// <summary>Fills a frame of any size; by several threads at once, if need be.</summary>
    public void Render(Frame target) => Render(target, Environment.ProcessorCount);

    /// <summary>
    /// Writes a file in the format that its extension names: .png, or .svg and .pdf with a picture of three pixels for each unit of
    /// <see cref="Width"/> (288 dpi). It appears when it is whole.
    /// </summary>
    /// <remarks>For another resolution, or with titles and plots around it, put a <see cref="ScenePicture"/> into a figure.</remarks>
    /// <exception cref="ArgumentException">Another extension, or a scene that cannot be drawn.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="DrawingUnavailableException">Cairo, Pango or every font is missing, and a page or axes need them.</exception>
    public void Write(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".PNG": FigureFile.WriteWhole(path, WritePng); break;
            case ".SVG" or ".PDF": Page().Write(path); break;
            default:
                throw new ArgumentException($"A scene is written as .png, .svg or .pdf, not as '{Path.GetExtension(path)}'.", nameof(path));
        }
    }

    /// <summary>
    /// A scene that depends on time. Limits that follow the data are those of time 0, so that neither camera nor axes tremble; colours
    /// follow each time's data, unless a <see cref="Normalisation"/> has limits.
    /// </summary>
    /// <param name="at">The scene at a time in seconds; called by several threads at once, the same for the same time.</param>
    /// <example><code>
    /// SceneAnimation turning = scene.Animate(t => scene with { Camera = Camera.Turntable(360 * t / 2, 30) });
    /// VideoClip clip = VideoClip.From(turning.Width, turning.Height, duration: 2, turning.Render);
    /// </code></example>
    public SceneAnimation Animate(Func<double, Scene3D> at) => new(this, at);

    internal void Render(Frame target, int threads)
    {
        ArgumentNullException.ThrowIfNull(target);
        Shape[] shapes = [.. Objects.Select(thing => thing.ToShape()).OfType<Shape>()];
        double thickness = shapes.Max(shape => (double?)shape.Thickness) ?? 0;
        var space = new Space(Extent(shapes).Seen(X, Y, Z), Aspect, thickness);
        (int, int) size = (target.Width, target.Height);
        double margin = Axes is null ? Margin * Math.Min(target.Width, target.Height) : AxesBox.Margin * Theme.FontSize;
        var view = new View(Camera, space, size, margin);
        AxesBoxPlan? axes = Axes is null ? null : new(Axes, Theme, space, view);
        var setting = new SceneSetting(this, axes is null ? shapes : [.. shapes, .. axes.Shapes], space, view);
        SceneRenderer renderer = SceneRenderer.Rent();
        renderer.Render(setting, target, threads);
        SceneRenderer.Return(renderer);
        if (axes is null)
            return;
        using var canvas = new Canvas(target);
        axes.DrawText(canvas);
    }

    /// <summary>The same with limits in place of those that follow the data.</summary>
    internal Scene3D Fixed()
    {
        Extent seen = Extent([.. Objects.Select(thing => thing.ToShape()).OfType<Shape>()]).Seen(X, Y, Z);
        return this with
        {
            X = new(seen.X.Least, seen.X.Greatest),
            Y = new(seen.Y.Least, seen.Y.Greatest),
            Z = new(seen.Z.Least, seen.Z.Greatest),
        };
    }

    /// <summary>The same for a picture of so many pixels for each of its own: letters and lines are as large in it.</summary>
    internal Scene3D Enlarged(double scale) => this with
    {
        Theme = Theme with { FontSize = Theme.FontSize * scale, SpineWidth = Theme.SpineWidth * scale },
        Objects =
        [
            .. Objects.Select(thing =>
                thing is MeshObject mesh ? mesh with { LineWidth = Math.Clamp(mesh.LineWidth * scale, 1, 100) } : thing),
        ],
    };

    private void WritePng(Stream target)
    {
        using Frame frame = ToFrame();
        PngWriter.Write(frame, target, CompressionLevel.Fastest);
    }

    private Figure Page() => new(new Axes(new ScenePicture(this)) { ShowsAxes = false })
    {
        Width = Width,
        Height = Height,
        Layout = Layout.Full,
        Theme = Theme with { Background = Ground },
        Dpi = PageDpi,
    };

    private static Extent Extent(Shape[] shapes) => shapes.Aggregate(Plot.Extent.Empty, (all, shape) => all.Union(shape.Extent));

    private static int Side(int value) => value is >= 1 and <= Frame.MaxSide ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"A scene has sides of 1 to {Frame.MaxSide}.");

    private static Limits Finite(Limits value) => double.IsFinite(value.From ?? 0) && double.IsFinite(value.To ?? 0) ? value
        : throw new ArgumentException($"Limits from {value.From} to {value.To} are not finite.", nameof(value));
}
