using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// A figure ready to be drawn at many times: what does not move is a picture that each frame begins with. Dispose it in the end.
/// </summary>
/// <example><code>
/// using FigureAnimation animation = figure.Animate();
/// VideoClip clip = VideoClip.From(animation.Width, animation.Height, duration: 2, animation.Render);
/// </code></example>
public sealed class FigureAnimation : IDisposable
{
    private readonly FigurePlan _plan;
    private readonly Frame _still;
    private readonly double _scale;

    internal FigureAnimation(Figure figure)
    {
        _scale = figure.Scale;
        _still = Frame.Rent((int)Math.Max(1, Math.Round(figure.Width * _scale)), (int)Math.Max(1, Math.Round(figure.Height * _scale)));
        try
        {
            _plan = FigurePlan.Create(figure, _still.Width / _scale, _still.Height / _scale, _scale);
            DrawStill(figure.Theme.Background);
        }
        catch
        {
            _still.Dispose();
            throw;
        }

        IsOpaque = _still.IsOpaque();
    }

    /// <summary>Width in pixels.</summary>
    public int Width => _still.Width;

    /// <summary>Height in pixels.</summary>
    public int Height => _still.Height;

    /// <summary>Whether every pixel of every frame has alpha 255.</summary>
    public bool IsOpaque { get; }

    /// <summary>Fills a frame with the figure at a time; by several threads at once, in any order.</summary>
    /// <param name="t">In seconds.</param>
    /// <param name="target">A frame of <see cref="Width"/> × <see cref="Height"/> pixels.</param>
    /// <exception cref="ArgumentException">The frame has another size.</exception>
    public void Render(double t, Frame target)
    {
        ArgumentNullException.ThrowIfNull(target);
        _still.CopyTo(target);
        using var surface = new Surface(target, _scale);
        foreach (PanelPlan panel in _plan.Panels)
        {
            int first = FirstMoving(panel);
            if (first == panel.Axes.Marks.Count)
                continue;
            PanelPainter.DrawMarks(panel, surface, first.., t);
            PanelPainter.DrawAbove(panel, surface);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _still.Dispose();

    private void DrawStill(Color background)
    {
        _still.Fill(background);
        using var surface = new Surface(_still, _scale);
        _plan.DrawTitle(surface);
        foreach (PanelPlan panel in _plan.Panels)
        {
            int first = FirstMoving(panel);
            PanelPainter.DrawBelow(panel, surface);
            PanelPainter.DrawMarks(panel, surface, ..first, 0);
            if (first == panel.Axes.Marks.Count)
                PanelPainter.DrawAbove(panel, surface);
        }
    }

    private static int FirstMoving(PanelPlan panel)
    {
        int first = 0;
        while (first < panel.Axes.Marks.Count && panel.Axes.Marks[first] is not Moving)
            first++;
        return first;
    }
}
