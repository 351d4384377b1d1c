namespace Cymatic.Imaging;

/// <summary>
/// A path in the making, to be filled or stroked at the end: <c>canvas.Path().MoveTo(0, 0).LineTo(9, 9).Stroke(stroke)</c>.
/// </summary>
public readonly ref struct CanvasPath
{
    private readonly Canvas _canvas;

    internal CanvasPath(Canvas canvas) => _canvas = canvas;

    /// <summary>Starts a new piece of the path.</summary>
    public CanvasPath MoveTo(double x, double y)
    {
        Cairo.MoveTo(_canvas.Context, x, y);
        return this;
    }

    /// <summary>Adds a straight line.</summary>
    public CanvasPath LineTo(double x, double y)
    {
        Cairo.LineTo(_canvas.Context, x, y);
        return this;
    }

    /// <summary>Adds a cubic Bézier curve to <paramref name="end"/>.</summary>
    public CanvasPath CurveTo((double X, double Y) first, (double X, double Y) second, (double X, double Y) end)
    {
        Cairo.CurveTo(_canvas.Context, first.X, first.Y, second.X, second.Y, end.X, end.Y);
        return this;
    }

    /// <summary>Adds a circle.</summary>
    public CanvasPath Circle(double x, double y, double radius)
    {
        Cairo.NewSubPath(_canvas.Context);
        Cairo.Arc(_canvas.Context, x, y, radius, 0, Math.Tau);
        return Close();
    }

    /// <summary>Adds an arc, clockwise between two angles from the positive x axis, joined to the path so far by a line.</summary>
    public CanvasPath Arc((double X, double Y) center, double radius, double fromRadians, double toRadians)
    {
        Cairo.Arc(_canvas.Context, center.X, center.Y, radius, fromRadians, toRadians);
        return this;
    }

    /// <summary>Adds a rectangle.</summary>
    public CanvasPath Rectangle(double x, double y, double width, double height)
    {
        Cairo.Rectangle(_canvas.Context, x, y, width, height);
        return this;
    }

    /// <summary>Adds a rectangle with round corners; the radius is at most half of the shorter side.</summary>
    public CanvasPath RoundedRectangle(Box box, double radius)
    {
        double r = Math.Min(radius, Math.Min(box.Width, box.Height) / 2);
        if (!(r > 0))
            return Rectangle(box.X, box.Y, box.Width, box.Height);
        Cairo.NewSubPath(_canvas.Context);
        Arc((box.Right - r, box.Y + r), r, -Math.PI / 2, 0);
        Arc((box.Right - r, box.Bottom - r), r, 0, Math.PI / 2);
        Arc((box.X + r, box.Bottom - r), r, Math.PI / 2, Math.PI);
        Arc((box.X + r, box.Y + r), r, Math.PI, Math.PI * 1.5);
        return Close();
    }

    /// <summary>Joins the end of the current piece to its start.</summary>
    public CanvasPath Close()
    {
        Cairo.ClosePath(_canvas.Context);
        return this;
    }

    /// <summary>Fills the path (non-zero winding) and forgets it.</summary>
    public void Fill(Color color)
    {
        _canvas.SetColor(color);
        Cairo.Fill(_canvas.Context);
        _canvas.ThrowIfFailed();
    }

    /// <summary>Draws the path's outline and forgets it.</summary>
    public void Stroke(Stroke stroke)
    {
        ArgumentNullException.ThrowIfNull(stroke);
        nint cr = _canvas.Context;
        _canvas.SetColor(stroke.Color);
        Cairo.LineWidth(cr, stroke.Width);
        Cairo.LineCap(cr, (int)stroke.Cap);
        Cairo.LineJoin(cr, (int)stroke.Join);
        unsafe
        {
            double[] dash = [.. stroke.Dash];
            fixed (double* dashes = dash)
                Cairo.Dash(cr, dashes, dash.Length, 0);
        }

        Cairo.Stroke(cr);
        _canvas.ThrowIfFailed();
    }
}
