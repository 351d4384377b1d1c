using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The box of a scene for a camera: its lines as shapes, among the objects, and its letters, over them.</summary>
internal sealed class AxesBoxPlan
{
    // Distances of numbers from each other and of texts from ticks, in sizes of letters; the tick's share of the longest side.
    private const double Apart = 30 / 13.0, Gap = 4 / 13.0, TickShare = 0.022;
    // Where ticks are seen along their edge, texts do not go farther out for it than this says.
    private const double Steepest = 0.5;
    private const int MostNumbers = 8;

    private readonly AxesBox _box;
    private readonly Theme _theme;
    private readonly Space _space;
    private readonly View _view;
    private readonly bool[] _farGreatest = new bool[3];
    private readonly EdgePlan[] _edges;
    private readonly List<Box> _written = [];

    internal AxesBoxPlan(AxesBox box, Theme theme, Space space, View view)
    {
        (_box, _theme, _space, _view) = (box, theme, space, view);
        for (int axis = 0; axis < 3; axis++)
            _farGreatest[axis] = IsFar(axis, greatest: true) >= IsFar(axis, greatest: false);
        _edges = [.. Enumerable.Range(0, 3).Select(Edge)];
    }

    internal IEnumerable<Shape> Shapes
    {
        get
        {
            // Where lines fall together, the first one is seen.
            yield return new LineShape([.. Edges(), .. TickLines()], Paint.Of(_theme.Spine), _theme.SpineWidth);
            if (_box.Grid)
                yield return new LineShape([.. GridLines()], Paint.Of(_theme.GridLine), _theme.SpineWidth);
        }
    }

    /// <summary>Writes numbers and labels, pixels for units.</summary>
    internal void DrawText(Canvas canvas)
    {
        for (int axis = 0; axis < 3; axis++)
        {
            EdgePlan edge = _edges[axis];
            double reach = 0, gap = Gap * _theme.FontSize;
            foreach (Tick tick in edge.Ticks)
                reach = Math.Max(reach, Write(canvas, edge, RichText.Set(Text(axis, tick), _theme.NumberStyle), tick.Value, gap));
            string label = string.Join(' ', new[] { _box[axis].Label, edge.Common }.Where(part => !string.IsNullOrEmpty(part)));
            if (label.Length > 0)
                Write(canvas, edge, RichText.Set(label, _theme.LabelStyle), (Least(axis) + Greatest(axis)) / 2, reach + 2 * gap);
        }
    }

    private string Text(int axis, Tick tick) => _box[axis].Format is { } format ? format(tick.Value) ?? "" : tick.Label!;

    // Beside the edge, a distance from the end of the tick; gives the distance behind the text.
    private double Write(Canvas canvas, EdgePlan edge, RichText text, double at, double distance)
    {
        Vector3D place = edge.At(at);
        if (!Seen(place) || !Seen(place + edge.Outwards))
            return distance;
        var (x, y) = _view.Project(_space.Place(place + edge.Outwards));
        var (x0, y0) = _view.Project(_space.Place(place));
        var (dx, dy) = Direction(x - x0, y - y0);
        var (ex, ey) = edge.Seen;
        // Across the edge in the picture, away from the box: so far that no corner of the text touches it.
        double side = Math.Sign(dx * -ey + dy * ex), nx = -ey * side, ny = ex * side, steep = Math.Max(Steepest, dx * nx + dy * ny);
        double half = (Math.Abs(nx) * text.Width + Math.Abs(ny) * text.Height) / 2, middle = (distance + half) / steep;
        var box = new Box(x + dx * middle - text.Width / 2, y + dy * middle - text.Height / 2, text.Width, text.Height);
        // Where edges meet, the first number stands.
        if (_written.Exists(other => box.X < other.Right && other.X < box.Right && box.Y < other.Bottom && other.Y < box.Bottom))
            return distance;
        _written.Add(box);
        text.Draw(canvas, (box.X, box.Y), 0, 0);
        return distance + 2 * half;
    }

    private bool Seen(Vector3D place) => !_view.IsPerspective || _view.DepthOf(_space.Place(place)) > _view.Near;

    private EdgePlan Edge(int axis)
    {
        // x and y stand at the foot of the side towards the viewer, z at the left or right end.
        int other = axis == 0 ? 1 : 0, third = axis == 2 ? 1 : 2;
        EdgePlan edge = new(axis, Corner((other, !_farGreatest[other]), (third, _farGreatest[third])), Step(other, !_farGreatest[other]));
        if (axis == 2)
        {
            Vector3D corner = Corner((other, _farGreatest[other]), (third, !_farGreatest[third]));
            EdgePlan another = new(axis, corner, Step(third, !_farGreatest[third]));
            edge = Column(another) < Column(edge) ? another : edge;
        }

        double least = Least(axis), greatest = Greatest(axis);
        var (x0, y0) = _view.Project(_space.Place(edge.At(least)));
        var (x1, y1) = _view.Project(_space.Place(edge.At(greatest)));
        double length = Math.Sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
        int most = double.IsFinite(length) ? (int)Math.Clamp(length / (Apart * _theme.FontSize), 3, MostNumbers) : 3;
        TickSet set = (_box[axis].Ticks ?? LinearTicks.Instance).Locate(new(least, greatest, most));
        var room = new TickRoom(least, greatest, most);
        Tick[] ticks = [.. set.Ticks.Where(tick => !tick.IsMinor && room.Holds(tick.Value)).Take(Ticks.Most)];
        return edge with { Ticks = ticks, Common = _box[axis].Format is null ? set.Common : null, Seen = Direction(x1 - x0, y1 - y0) };
    }

    private static (double X, double Y) Direction(double x, double y)
    {
        double length = Math.Sqrt(x * x + y * y);
        return length > 0 && double.IsFinite(length) ? (x / length, y / length) : (1, 0);
    }

    private double Column(EdgePlan edge) => _view.Project(_space.Place(edge.At((Least(2) + Greatest(2)) / 2))).X;

    // How far the side at an end of an axis looks away from the viewer.
    private double IsFar(int axis, bool greatest)
    {
        Vector3D normal = With(default, axis, greatest ? 1 : -1);
        Vector3D middle = _space.Place(With(_space.Seen.Center, axis, greatest ? Greatest(axis) : Least(axis)));
        return normal.Dot(_view.IsPerspective ? (middle - _view.Eye).Unit(default) : _view.Forward);
    }

    private IEnumerable<(Vector3D From, Vector3D To)> GridLines()
    {
        for (int axis = 0; axis < 3; axis++)
        {
            foreach (Tick tick in _edges[axis].Ticks)
            {
                // Across the two far sides on which the axis lies.
                foreach (int side in Others(axis))
                {
                    int along = 3 - axis - side;
                    Vector3D from = With(Far(), axis, tick.Value);
                    yield return (With(from, along, Least(along)), With(from, along, Greatest(along)));
                }
            }
        }
    }

    // The edges of the three far sides; the three at the near corner would lie before everything.
    private IEnumerable<(Vector3D From, Vector3D To)> Edges()
    {
        for (int axis = 0; axis < 3; axis++)
        {
            int[] others = Others(axis);
            for (int corner = 0; corner < 3; corner++)
            {
                Vector3D from = Corner(
                    (others[0], _farGreatest[others[0]] ^ (corner == 1)), (others[1], _farGreatest[others[1]] ^ (corner == 2)));
                yield return (With(from, axis, Least(axis)), With(from, axis, Greatest(axis)));
            }
        }
    }

    private IEnumerable<(Vector3D From, Vector3D To)> TickLines() =>
        _edges.SelectMany(edge => edge.Ticks.Select(tick => (edge.At(tick.Value), edge.At(tick.Value) + edge.Outwards)));

    private static int[] Others(int axis) => axis == 0 ? [1, 2] : axis == 1 ? [0, 2] : [0, 1];

    private double Least(int axis) => Part(_space.Seen.Least, axis);

    private double Greatest(int axis) => Part(_space.Seen.Greatest, axis);

    private Vector3D Far() => Corner((0, _farGreatest[0]), (1, _farGreatest[1]), (2, _farGreatest[2]));

    private Vector3D Corner(params ReadOnlySpan<(int Axis, bool Greatest)> ends)
    {
        Vector3D corner = default;
        foreach (var (axis, greatest) in ends)
            corner = With(corner, axis, greatest ? Greatest(axis) : Least(axis));
        return corner;
    }

    // A tick's way out of the box, in numbers of the data.
    private Vector3D Step(int axis, bool greatest)
    {
        Vector3D size = _space.Seen.Size.Scaled(_space.Scale);
        double length = TickShare * Math.Max(size.X, Math.Max(size.Y, size.Z)) / Part(_space.Scale, axis);
        return With(default, axis, greatest ? length : -length);
    }

    private static double Part(Vector3D vector, int axis) => axis == 0 ? vector.X : axis == 1 ? vector.Y : vector.Z;

    private static Vector3D With(Vector3D vector, int axis, double part) => axis switch
    {
        0 => vector with { X = part },
        1 => vector with { Y = part },
        _ => vector with { Z = part },
    };

    /// <summary>An edge with ticks: a corner, the way out of the box, the ticks.</summary>
    private sealed record EdgePlan(int Axis, Vector3D Corner, Vector3D Outwards)
    {
        internal IReadOnlyList<Tick> Ticks { get; init; } = [];

        internal string? Common { get; init; }

        /// <summary>Its direction in the picture.</summary>
        internal (double X, double Y) Seen { get; init; } = (1, 0);

        internal Vector3D At(double value) => With(Corner, Axis, value);
    }
}
