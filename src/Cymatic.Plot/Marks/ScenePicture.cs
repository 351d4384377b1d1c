using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// A scene between axes, or with <see cref="Axes.ShowsAxes"/> off in the place of a plot: drawn anew for the pixels that it covers, in SVG
/// and PDF as a picture of the figure's <see cref="Figure.Dpi"/>, at least 192.
/// </summary>
/// <example><code>
/// new Figure(new Axes(new ScenePicture(scene)) { ShowsAxes = false, Title = "Waves" }) { Dpi = 300 }.Write("waves.pdf");
/// </code></example>
public sealed record ScenePicture : Mark
{
    /// <param name="scene">What is seen; its own width and height do not matter.</param>
    public ScenePicture(Scene3D scene) => Scene = scene;

    /// <summary>What is seen; its own width and height do not matter.</summary>
    public Scene3D Scene { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); }

    /// <summary>Where the left and the right edge lie.</summary>
    public (double From, double To) ExtentX { get; init; } = (0, 1);

    /// <summary>Where the lower and the upper edge lie.</summary>
    public (double From, double To) ExtentY { get; init; } = (0, 1);

    internal override Reach Reach(Scale x, Scale y) =>
        Plot.Reach.Firm(Interval.Hull(ExtentX.From, ExtentX.To), Interval.Hull(ExtentY.From, ExtentY.To));

    internal override void Draw(Pen pen)
    {
        if (pen.Box(ExtentX, ExtentY) is not { Width: > 0, Height: > 0 } box)
            return;
        double scale = pen.Surface.Scale;
        using Frame frame = Frame.Rent(Side(box.Width * scale), Side(box.Height * scale));
        Scene.Enlarged(scale).Render(frame);
        using SavedCanvas clip = pen.Clip();
        pen.Canvas.DrawPicture(frame, box, new PictureOptions { Opacity = Opacity, Smooth = pen.Surface.IsPage });
    }

    private static int Side(double pixels) => (int)Math.Clamp(Math.Round(pixels), 1, Frame.MaxSide);
}
