using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>A shape as one picture shows it: where its points are in the picture, and how it is shaded.</summary>
internal sealed unsafe class Draw
{
    /// <summary>Numbers of a point: column, row, depth, 1 / distance (negative: must be cut), normal, value.</summary>
    internal const int Stride = 8;

    // Differences of points between these have no more digits than a number holds; what reaches beyond is cut. The largest frame is inside.
    private const float LeastPlace = -16384, GreatestPlace = 49151, Grid = 256;

    private readonly View.Row _x, _y, _z, _w;
    private readonly Space _space;
    private readonly Vector3D _normalScale;

    internal Draw(Shape shape, View view, Space space, Lighting lighting, long first)
    {
        (Shape, View, Lighting, First, _space) = (shape, view, lighting, first, space);
        var (x, y, z, w) = view.Rows();
        (_x, _y, _z, _w) = (Scaled(x), Scaled(y), Scaled(z), Scaled(w));
        Vector3D scale = space.Scale;
        double least = Math.Min(scale.X, Math.Min(scale.Y, scale.Z));
        _normalScale = shape.IsInSpace ? new(1, 1, 1) : new(least / scale.X, least / scale.Y, least / scale.Z);
        View.Row Scaled(View.Row row) => row with { Factors = row.Factors.Scaled(space.Scale) };
    }

    internal Shape Shape { get; }

    internal View View { get; }

    internal Lighting Lighting { get; }

    /// <summary>The colours of its lines, where a surface has some.</summary>
    internal Lighting? LineLighting { get; set; }

    /// <summary>The place of its first point among those of all shapes.</summary>
    internal long First { get; }

    /// <summary>Where its points are, once all memory is reserved.</summary>
    internal float* Vertices { get; set; }

    /// <summary>The colours of its points, four numbers each; null when each sample must be lit.</summary>
    internal float* Lit { get; set; }

    /// <summary>The colour of one of its points.</summary>
    internal float* LitOf(float* vertex) => Lit + (vertex - Vertices) / (Stride / SmallTriangleRaster.Stride);

    /// <summary>Whether points can be lit instead of samples where faces are small.</summary>
    internal bool CanLight =>
        Shape.Mesh is { Shading: Shading.Smooth, Representation: not Representation.Wireframe } && !Shape.Paint.HasBoundaries;

    /// <summary>Whether the last row, the last column is nearer than the first: near faces are drawn before those that they hide.</summary>
    internal (bool Rows, bool Columns) Backward
    {
        get
        {
            int rows = Shape.Rows, columns = Shape.Columns;
            float first = Depth(0), endOfRow = Depth(columns - 1);
            float endOfColumn = Depth((rows - 1) * columns), last = Depth(Shape.Points - 1);
            return (endOfColumn + last > first + endOfRow, endOfRow + last > first + endOfColumn);
        }
    }

    /// <summary>Puts points into the picture.</summary>
    /// <param name="start">The first point of the shape.</param>
    /// <param name="count">At most <see cref="VertexBlock.Most"/>.</param>
    [SkipLocalsInit]
    internal void Transform(int start, int count)
    {
        float* memory = stackalloc float[VertexBlock.Size + 8 * Stride];
        var block = new VertexBlock(new Span<float>(memory, VertexBlock.Size), count);
        Shape.Fill(start, block, _space);
        float* target = Vertices + (long)start * Stride, lanes = memory + VertexBlock.Size;
        for (int i = 0; i < count; i += 8)
        {
            Project(memory + i, lanes);
            Normals(memory + i, lanes);
            int points = Math.Min(8, count - i);
            Scatter(lanes, target, Stride, points);
            target += points * Stride;
            if (Lit is null)
                continue;
            Light(lanes);
            Scatter(lanes, Lit + ((long)start + i) * SmallTriangleRaster.Stride, SmallTriangleRaster.Stride, points);
        }
    }

    /// <summary>X, Y, Z and W of a point, from its place in the shape; for what must be cut.</summary>
    internal void Whole(int point, float* target)
    {
        float* memory = stackalloc float[VertexBlock.Size];
        var block = new VertexBlock(new Span<float>(memory, VertexBlock.Size), 1);
        Shape.Fill(point, block, _space);
        var place = new Vector3D(block.X[0], block.Y[0], block.Z[0]);
        (target[0], target[1], target[2], target[3]) = (At(_x, place), At(_y, place), At(_z, place), At(_w, place));
        Unsafe.CopyBlock(target + 4, Vertices + (long)point * Stride + 4, 16);

        static float At(View.Row row, Vector3D place) => (float)(row.Factors.Dot(place) + row.Constant);
    }

    /// <summary>Rounds to the grid of points: sums and differences of such numbers are exact.</summary>
    internal static float Snap(float place) => MathF.Round(place * Grid) / Grid;

    private void Project(float* from, float* to)
    {
        Vector256<float> x = Vector256.Load(from), y = Vector256.Load(from + VertexBlock.Most);
        Vector256<float> z = Vector256.Load(from + 2 * VertexBlock.Most);
        Vector256<float> w = Row(_w, x, y, z), inverse = Vector256<float>.One / w;
        Vector256<float> column = Snapped(Row(_x, x, y, z) * inverse), row = Snapped(Row(_y, x, y, z) * inverse);
        Vector256<float> far = Vector256.Create(GreatestPlace), near = Vector256.Create(LeastPlace);
        Vector256<float> good = Vector256.GreaterThanOrEqual(w, Vector256.Create(View.IsPerspective ? (float)View.Near : 0))
            & Vector256.GreaterThan(column, near) & Vector256.LessThan(column, far)
            & Vector256.GreaterThan(row, near) & Vector256.LessThan(row, far);
        column.Store(to);
        row.Store(to + 8);
        (Row(_z, x, y, z) * inverse).Store(to + 16);
        Vector256.ConditionalSelect(good, inverse, Vector256.Create(-1f)).Store(to + 24);
    }

    // Colours take the place of what the lanes held.
    private void Light(float* lanes)
    {
        Vector256<float> value = Vector256.Load(lanes + 56), alpha, hole = Vector256<float>.Zero;
        Triple color;
        if (Shape.Paint.IsEachPoint)
        {
            Vector256<int> bits = value.AsInt32();
            color = new(Lanes.Part(bits, 16), Lanes.Part(bits, 8), Lanes.Part(bits, 0));
            alpha = Vector256.Create(Shape.Paint.Opacity);
        }
        else
        {
            Vector256<int> look = Lighting.Look(value);
            color = new(Lanes.Part(look, 16), Lanes.Part(look, 8), Lanes.Part(look, 0));
            alpha = Lighting.Alpha(look);
            hole = Lighting.HasTable ? value - value : hole;
        }

        var normal = new Triple(Vector256.Load(lanes + 32), Vector256.Load(lanes + 40), Vector256.Load(lanes + 48));
        Lighting.Light(ref color, normal, (Vector256.Load(lanes), Vector256.Load(lanes + 8)), Vector256.Load(lanes + 16));
        // What is no number stays none.
        (Lanes.Cut(color.X, 0, 255) + Vector256.Create(0.5f) + hole).Store(lanes);
        (Lanes.Cut(color.Y, 0, 255) + Vector256.Create(0.5f)).Store(lanes + 8);
        (Lanes.Cut(color.Z, 0, 255) + Vector256.Create(0.5f)).Store(lanes + 16);
        alpha.Store(lanes + 24);
    }

    private static void Scatter(float* lanes, float* target, int parts, int points)
    {
        for (int point = 0; point < points; point++, target += parts)
        {
            for (int part = 0; part < parts; part++)
                target[part] = lanes[8 * part + point];
        }
    }

    private void Normals(float* from, float* to)
    {
        const int Parts = 3 * VertexBlock.Most;
        Vector256<float> x = Vector256.Load(from + Parts), y = Vector256.Load(from + Parts + VertexBlock.Most);
        Vector256<float> z = Vector256.Load(from + Parts + 2 * VertexBlock.Most);
        if (Shape.Joints != Joints.Balls)
        {
            (x, y, z) = (x * (float)_normalScale.X, y * (float)_normalScale.Y, z * (float)_normalScale.Z);
            Vector256<float> square = x * x + y * y + z * z;
            Vector256<float> factor = Vector256<float>.One / Vector256.Sqrt(square);
            factor &= Vector256.GreaterThan(square, Vector256<float>.Zero);
            (x, y, z) = (x * factor, y * factor, z * factor);
        }

        x.Store(to + 32);
        y.Store(to + 40);
        z.Store(to + 48);
        Vector256.Load(from + 2 * Parts).Store(to + 56);
    }

    private float Depth(int point) => Vertices[(long)point * Stride + 2];

    private static Vector256<float> Snapped(Vector256<float> place) => Vector256.Round(place * Grid) * (1 / Grid);

    private static Vector256<float> Row(in View.Row row, Vector256<float> x, Vector256<float> y, Vector256<float> z) =>
        x * (float)row.Factors.X + (y * (float)row.Factors.Y + (z * (float)row.Factors.Z + Vector256.Create((float)row.Constant)));
}
