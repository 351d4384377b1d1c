namespace Cymatic.Plot;

/// <summary>Rings around a line that never twist: directions are those of the ring before, turned by the bend of the line.</summary>
/// <remarks>
/// Parallel transport by double reflection (Wang, Jüttler, Zheng and Liu, ACM Transactions on Graphics 27, 2008). Places and directions
/// are in the scene's space, so that a tube is round at any aspect. Ends are closed by flat discs; a closed line has none.
/// </remarks>
internal sealed class TubeShape : Shape
{
    private const double Same = 1e-6;

    private readonly Tube _tube;
    private readonly List<Ring> _rings = [];
    private Space? _space;

    internal TubeShape(Tube tube, Paint paint)
        : base(Joints.Grid, RingCount(tube) * (tube.Sides + 1), paint, tube.Material)
    {
        _tube = tube;
        (Columns, Mesh, IsInSpace, Thickness) = (tube.Sides + 1, tube, true, tube.Radius);
    }

    internal override Extent Extent =>
        new(Interval.Of(_tube.X.Range()), Interval.Of(_tube.Y.Range()), Interval.Of(_tube.Z.Range()));

    internal override void Fill(int start, VertexBlock block, Space space)
    {
        Numbers values = _tube.Values ?? _tube.Z;
        List<Ring> rings = Rings(space);
        for (int i = 0; i < block.Count; i++)
        {
            Ring ring = rings[(start + i) / Columns];
            var (sin, cos) = Math.SinCos(Math.Tau * ((start + i) % Columns) / _tube.Sides);
            Vector3D outwards = ring.Side * cos + ring.Tangent.Cross(ring.Side) * sin;
            Vector3D place = ring.Center + outwards * ring.Radius;
            Vector3D scale = space.Scale;
            block.Set(i, new(place.X / scale.X, place.Y / scale.Y, place.Z / scale.Z), ring.Cap == 0 ? outwards : ring.Tangent * ring.Cap);
            block.Value[i] = (float)values[ring.Point];
        }

        if (Paint.IsEachPoint)
        {
            for (int i = 0; i < block.Count; i++)
                Paint.PlaceColors(rings[(start + i) / Columns].Point, block.Value.Slice(i, 1));
        }
        else
        {
            Paint.Place(block.Value, block.Value);
        }
    }

    // Two rings for the disc at each end.
    private static int RingCount(Tube tube) => tube.X.Count + 4;

    private List<Ring> Rings(Space space)
    {
        lock (_rings)
        {
            if (_space != space)
            {
                _rings.Clear();
                _space = space;
                AddRings(space);
            }

            return _rings;
        }
    }

    private void AddRings(Space space)
    {
        int count = _tube.X.Count;
        var centers = new Vector3D[count];
        for (int i = 0; i < count; i++)
            centers[i] = space.Place(new(_tube.X[i], _tube.Y[i], _tube.Z[i]));
        bool closed = (centers[0] - centers[^1]).Length <= Same * space.Radius && count > 2;
        double capRadius = closed ? 0 : _tube.Radius;
        Ring[] rings = Transport(centers, closed);
        Ring first = rings[0], last = rings[^1];
        _rings.Add(first with { Radius = 0, Cap = -1 });
        _rings.Add(first with { Radius = capRadius, Cap = -1 });
        _rings.AddRange(rings);
        _rings.Add(last with { Radius = capRadius, Cap = 1 });
        _rings.Add(last with { Radius = 0, Cap = 1 });
    }

    private Ring[] Transport(Vector3D[] centers, bool closed)
    {
        int count = centers.Length;
        var rings = new Ring[count];
        Vector3D tangent = new(0, 0, 1), side = default;
        for (int i = 0; i < count; i++)
        {
            Vector3D before = i > 0 ? centers[i - 1] : closed ? centers[^2] : centers[i];
            Vector3D behind = i < count - 1 ? centers[i + 1] : closed ? centers[1] : centers[i];
            Vector3D next = ((behind.IsFinite ? behind : centers[i]) - (before.IsFinite ? before : centers[i])).Unit(tangent);
            side = side == default || !before.IsFinite ? Across(next) : Carried(centers[i] - before, (tangent, side), next);
            tangent = next;
            rings[i] = new(i, centers[i], tangent, side, _tube.Radius, 0);
        }

        if (closed)
            Untwist(rings);
        return rings;
    }

    // The last ring of a closed line is the first: the angle between their directions is shared out among all.
    private static void Untwist(Ring[] rings)
    {
        Ring first = rings[0], last = rings[^1];
        double angle = Math.Atan2(first.Side.Dot(last.Tangent.Cross(last.Side)), first.Side.Dot(last.Side));
        for (int i = 0; i < rings.Length; i++)
        {
            var (sin, cos) = Math.SinCos(angle * i / (rings.Length - 1));
            Ring ring = rings[i];
            rings[i] = ring with { Side = ring.Side * cos + ring.Tangent.Cross(ring.Side) * sin };
        }
    }

    private static Vector3D Carried(Vector3D step, (Vector3D Tangent, Vector3D Side) last, Vector3D tangent)
    {
        Vector3D mirroredSide = Mirrored(last.Side, step), mirroredTangent = Mirrored(last.Tangent, step);
        Vector3D side = Mirrored(mirroredSide, tangent - mirroredTangent);
        return (side - tangent * tangent.Dot(side)).Unit(Across(tangent));
    }

    private static Vector3D Mirrored(Vector3D vector, Vector3D by) =>
        by.Dot(by) is var square && square > 0 && double.IsFinite(square) ? vector - by * (2 * by.Dot(vector) / square) : vector;

    private static Vector3D Across(Vector3D tangent) =>
        tangent.Cross(Math.Abs(tangent.Z) < 0.9 ? new(0, 0, 1) : new(1, 0, 0)).Unit(new(1, 0, 0));

    /// <summary>A ring: its place in the line, its middle, the directions of the line and of its first point, whether it ends it.</summary>
    private readonly record struct Ring(int Point, Vector3D Center, Vector3D Tangent, Vector3D Side, double Radius, double Cap);
}
