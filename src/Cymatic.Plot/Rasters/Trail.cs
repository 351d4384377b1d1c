using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// Points in order, as places on the figure: pieces between gaps. Where many points fall on a pixel column, only its first, least,
/// greatest and last number are kept, which draws the same line.
/// </summary>
/// <remarks>Jugel, Jerzak, Hackenbroich, Markl, "M4: A Visualization-Oriented Time Series Data Aggregation", VLDB 2014.</remarks>
internal sealed class Trail
{
    // Lines go a little beyond the area and no farther: Cairo's coordinates end at 8 million.
    private const double Beyond = 500;

    // Cairo's time for a stroke grows faster than its length.
    private const int PiecesOfStroke = 512;

    private readonly List<(double X, double Y)> _points = [];

    /// <summary>The places; (NaN, NaN) between pieces.</summary>
    internal IReadOnlyList<(double X, double Y)> Points => _points;

    /// <summary>The trail of points with these coordinates.</summary>
    /// <param name="x">Horizontal numbers.</param>
    /// <param name="y">As many vertical ones.</param>
    /// <param name="projection">Where numbers are.</param>
    /// <param name="columnWidth">Width of a pixel in layout units.</param>
    internal static Trail Of(Numbers x, Numbers y, Projection projection, double columnWidth)
    {
        var trail = new Trail();
        int columns = (int)Math.Ceiling(projection.Area.Width / columnWidth);
        if (y.Count > 8 * columns && columns > 0 && x.IsSorted())
            trail.AddColumns(x, y, projection, columns);
        else
            trail.AddAll(x, y, projection);
        return trail;
    }

    /// <summary>Draws the trail as a line.</summary>
    internal void Stroke(Canvas canvas, Stroke stroke, Box area)
    {
        // Overlapping parts of a stroke in pieces would show through each other; dashes would begin anew.
        int most = stroke.Color.Alpha < 1 || stroke.Dash.Count > 0 ? int.MaxValue : PiecesOfStroke;
        var bounds = new Box(area.X - Beyond, area.Y - Beyond, area.Width + 2 * Beyond, area.Height + 2 * Beyond);
        int from = 0;
        while (from < _points.Count)
        {
            CanvasPath path = canvas.Path();
            int i = from, drawn = 0;
            bool open = false;
            for (; i < _points.Count && drawn < most; i++, drawn++)
                open = Append(path, i, open, i == from, bounds);
            path.Stroke(stroke);
            if (i >= _points.Count)
                return;
            // The next piece begins with the last segment of this one, so that their joint is drawn.
            from = Math.Max(from + 1, i - 2);
        }
    }

    private bool Append(CanvasPath path, int i, bool open, bool first, Box bounds)
    {
        (double X, double Y) point = _points[i];
        if (double.IsNaN(point.X))
            return false;
        bool near = Holds(bounds, point);
        if (first || double.IsNaN(_points[i - 1].X))
        {
            if (near)
                path.MoveTo(point.X, point.Y);
            // A point between gaps is a dot.
            if (near && (i + 1 == _points.Count || double.IsNaN(_points[i + 1].X)) && (i == 0 || double.IsNaN(_points[i - 1].X)))
                path.LineTo(point.X, point.Y);
            return near;
        }

        if (near && open)
        {
            path.LineTo(point.X, point.Y);
            return true;
        }

        if (!Cut(_points[i - 1], point, bounds, out var a, out var b))
            return false;
        if (!open)
            path.MoveTo(a.X, a.Y);
        path.LineTo(b.X, b.Y);
        return near;
    }

    private void AddAll(Numbers x, Numbers y, Projection projection)
    {
        for (int i = 0; i < y.Count; i++)
            Add(projection.X.Place(x[i]), projection.Y.Place(y[i]));
    }

    private void Add(double x, double y)
    {
        if (double.IsFinite(x) && double.IsFinite(y))
            _points.Add((x, y));
        else if (_points.Count > 0 && !double.IsNaN(_points[^1].X))
            _points.Add((double.NaN, double.NaN));
    }

    private void AddColumns(Numbers x, Numbers y, Projection projection, int columns)
    {
        int from = Math.Max(0, FirstAtLeast(x, projection.X.Least) - 1),
            last = Math.Min(y.Count, FirstAtLeast(x, projection.X.Greatest) + 1);
        for (int column = 0; column < columns && from < last; column++)
        {
            // Columns in the order of the numbers, also on an axis that runs backwards.
            double edge = projection.X.Start + (projection.X.End - projection.X.Start) * (column + 1) / columns;
            double end = projection.X.From < projection.X.To ? projection.X.Number(edge)
                : projection.X.Number(projection.X.End - (edge - projection.X.Start));
            int to = column == columns - 1 ? last : Math.Clamp(FirstAtLeast(x, end), from, last);
            AddColumn(x, y, projection, from, to);
            from = to;
        }
    }

    private void AddColumn(Numbers x, Numbers y, Projection projection, int from, int to)
    {
        if (to - from <= 4)
        {
            for (int i = from; i < to; i++)
                Add(projection.X.Place(x[i]), projection.Y.Place(y[i]));
            return;
        }

        var (least, greatest) = y.Range(from, to - from);
        double middle = projection.X.Place(x[from + (to - from) / 2]);
        Add(projection.X.Place(x[from]), projection.Y.Place(y[from]));
        if (double.IsNaN(least))
            return;
        Add(middle, projection.Y.Place(least));
        Add(middle, projection.Y.Place(greatest));
        Add(projection.X.Place(x[to - 1]), projection.Y.Place(y[to - 1]));
    }

    /// <summary>The index of the first number that is not below a limit, among rising numbers.</summary>
    internal static int FirstAtLeast(Numbers rising, double limit)
    {
        int low = 0, high = rising.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (rising[middle] < limit)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static bool Holds(Box box, (double X, double Y) point) =>
        point.X >= box.X && point.X <= box.Right && point.Y >= box.Y && point.Y <= box.Bottom;

    // Liang and Barsky 1984: the part of a segment inside a box.
    private static bool Cut((double X, double Y) from, (double X, double Y) to, Box box, out (double X, double Y) a,
        out (double X, double Y) b)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y, enter = 0, leave = 1;
        (a, b) = (from, to);
        foreach (var (speed, distance) in (ReadOnlySpan<(double, double)>)
            [(-dx, from.X - box.X), (dx, box.Right - from.X), (-dy, from.Y - box.Y), (dy, box.Bottom - from.Y)])
        {
            if (speed == 0 && distance < 0)
                return false;
            if (speed < 0)
                enter = Math.Max(enter, distance / speed);
            else if (speed > 0)
                leave = Math.Min(leave, distance / speed);
        }

        if (enter > leave)
            return false;
        (a, b) = ((from.X + enter * dx, from.Y + enter * dy), (from.X + leave * dx, from.Y + leave * dy));
        return true;
    }
}
