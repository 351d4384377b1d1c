namespace Cymatic.Plot;

/// <summary>Draws pieces into a band.</summary>
internal static unsafe class PieceRaster
{
    private const int Stride = Plot.Draw.Stride;

    internal static void Draw<T>(Band band, Pieces pieces, int code)
        where T : struct, IWriting
    {
        switch (pieces.Kind)
        {
            case PieceKind.GridFaces or PieceKind.Triangles when code < 0:
                float* kept = pieces.Kept(code);
                Triangle<T>(band, pieces, kept, kept + Stride, kept + 2 * Stride, own: false);
                break;
            case PieceKind.GridFaces:
                Face<T>(band, pieces, code);
                break;
            case PieceKind.Triangles:
                ReadOnlySpan<int> corners = pieces.Draw.Shape.Corners.AsSpan(3 * code, 3);
                Triangle<T>(band, pieces, Point(pieces, corners[0]), Point(pieces, corners[1]), Point(pieces, corners[2]));
                break;
            case PieceKind.Balls:
                BallRaster.Draw<T>(band, pieces.Lighting, Point(pieces, code));
                break;
            default:
                Line<T>(band, pieces, code);
                break;
        }
    }

    /// <summary>The points at the ends of a line.</summary>
    internal static (int A, int B) Ends(Pieces pieces, int code)
    {
        Shape shape = pieces.Draw.Shape;
        switch (pieces.Kind)
        {
            case PieceKind.GridLines:
                return (code >> 3, (code >> 3) + ((code & 7) == 0 ? 1 : shape.Columns));
            case PieceKind.TriangleLines:
                int first = 3 * (code >> 2), side = code & 3;
                return (shape.Corners[first + side], shape.Corners[first + (side + 1) % 3]);
            default:
                return (2 * code, 2 * code + 1);
        }
    }

    private static void Face<T>(Band band, Pieces pieces, int code)
        where T : struct, IWriting
    {
        int missing = (code & 7) - 1;
        long below = (long)pieces.Draw.Shape.Columns * Stride;
        float* a = Point(pieces, code >> 3), b = a + Stride, d = a + below, c = d + Stride;
        float* flat = null;
        if (pieces.Draw.Shape.Mesh!.Shading == Shading.Flat && missing < 0)
        {
            float* normal = stackalloc float[3];
            flat = normal;
            Flat.Quadrangle(pieces.Draw.View, ((nint)a, (nint)b, (nint)c, (nint)d), flat);
        }

        if (missing < 0)
        {
            Smooth<T>(band, pieces, a, b, c, flat);
            Smooth<T>(band, pieces, a, c, d, flat);
            return;
        }

        Triangle<T>(band, pieces, missing == 0 ? b : a, missing <= 1 ? c : b, missing <= 2 ? d : c);
    }

    // A triangle of the shape's own points.
    private static void Smooth<T>(Band band, Pieces pieces, float* a, float* b, float* c, float* flat)
        where T : struct, IWriting
    {
        Draw draw = pieces.Draw;
        if (draw.Lit is not null && SmallTriangleRaster.Draw<T>(band, a, b, c, new(draw.LitOf(a), draw.LitOf(b), draw.LitOf(c))))
            return;
        TriangleRaster.Draw<T>(band, pieces.Lighting, a, b, c, flat);
    }

    private static void Triangle<T>(Band band, Pieces pieces, float* a, float* b, float* c, bool own = true)
        where T : struct, IWriting
    {
        if (pieces.Draw.Shape.Mesh!.Shading != Shading.Flat)
        {
            if (own)
                Smooth<T>(band, pieces, a, b, c, null);
            else
                TriangleRaster.Draw<T>(band, pieces.Lighting, a, b, c, null);
            return;
        }

        float* normal = stackalloc float[3];
        Flat.Triangle(pieces.Draw.View, a, b, c, normal);
        TriangleRaster.Draw<T>(band, pieces.Lighting, a, b, c, normal);
    }

    private static void Line<T>(Band band, Pieces pieces, int code)
        where T : struct, IWriting
    {
        if (code < 0)
        {
            float* kept = pieces.Kept(code);
            LineRaster.Draw<T>(band, pieces.Lighting, kept, kept + Stride, pieces.Line);
            return;
        }

        (int a, int b) = Ends(pieces, code);
        LineRaster.Draw<T>(band, pieces.Lighting, Point(pieces, a), Point(pieces, b), pieces.Line);
    }

    private static float* Point(Pieces pieces, int point) => pieces.Draw.Vertices + (long)point * Stride;
}
