using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>Looks through a run of pieces for those that are in the picture; cuts what reaches too far.</summary>
internal static unsafe class PieceFinder
{
    private const int Stride = Draw.Stride;

    internal static void Find(Pieces pieces)
    {
        for (int i = pieces.Range.Start; i < pieces.Range.End; i++)
        {
            switch (pieces.Kind)
            {
                case PieceKind.GridFaces:
                    RowOfFaces(pieces, i);
                    break;
                case PieceKind.GridLines:
                    RowOfLines(pieces, i);
                    break;
                case PieceKind.Triangles:
                    Triangle(pieces, i);
                    break;
                case PieceKind.TriangleLines:
                    for (int side = 0; side < 3; side++)
                        Line(pieces, 4 * i + side);
                    break;
                case PieceKind.Lines:
                    Line(pieces, i);
                    break;
                default:
                    Ball(pieces, i);
                    break;
            }
        }
    }

    private static void RowOfFaces(Pieces pieces, int row)
    {
        Draw draw = pieces.Draw;
        var (rowsBackward, columnsBackward) = draw.Backward;
        int columns = draw.Shape.Columns, faces = columns - 1, width = draw.View.Width;
        long below = (long)columns * Stride;
        if (rowsBackward)
            row = draw.Shape.Rows - 2 - row;
        int first = row * columns + (columnsBackward ? faces - 1 : 0), step = columnsBackward ? -1 : 1;
        float* a = draw.Vertices + (long)first * Stride;
        for (int i = 0; i < faces; i++, first += step, a += step * Stride)
        {
            Vector128<float> p = Vector128.Load(a), q = Vector128.Load(a + Stride);
            Vector128<float> r = Vector128.Load(a + below), s = Vector128.Load(a + below + Stride);
            Vector128<float> least = Vector128.MinNative(Vector128.MinNative(p, q), Vector128.MinNative(r, s));
            Vector128<float> greatest = Vector128.MaxNative(Vector128.MaxNative(p, q), Vector128.MaxNative(r, s));
            // Points that are none or must be cut are marked by a negative number: the others need no care for NaN.
            if (!(least[3] > 0))
                OddFace(pieces, first);
            else if (greatest[0] >= 0 && least[0] <= width)
                pieces.Add(8 * first, (least[1], greatest[1]), p[2] + q[2] + r[2] + s[2]);
        }
    }

    // A face with a hole or something to be cut.
    private static void OddFace(Pieces pieces, int first)
    {
        Draw draw = pieces.Draw;
        Span<int> corners = [first, first + 1, first + draw.Shape.Columns + 1, first + draw.Shape.Columns];
        int holes = 0, missing = -1;
        for (int corner = 0; corner < 4; corner++)
        {
            if (!IsHole(draw, corners[corner]))
                continue;
            holes++;
            missing = corner;
        }

        if (holes > 1)
            return;
        // A whole one is cut as two triangles.
        for (int without = 0; without < 4; without++)
        {
            if (missing >= 0 ? without != missing : without is 0 or 2)
                continue;
            Three(
                pieces, 8 * first + without + 1,
                corners[without == 0 ? 1 : 0], corners[without <= 1 ? 2 : 1], corners[without <= 2 ? 3 : 2]);
        }
    }

    private static void Triangle(Pieces pieces, int triangle)
    {
        int[] corners = pieces.Draw.Shape.Corners;
        int a = corners[3 * triangle], b = corners[3 * triangle + 1], c = corners[3 * triangle + 2];
        if (!IsHole(pieces.Draw, a) && !IsHole(pieces.Draw, b) && !IsHole(pieces.Draw, c))
            Three(pieces, triangle, a, b, c);
    }

    private static void Three(Pieces pieces, int code, int a, int b, int c)
    {
        Draw draw = pieces.Draw;
        float* p = draw.Vertices + (long)a * Stride, q = draw.Vertices + (long)b * Stride, r = draw.Vertices + (long)c * Stride;
        if (p[3] > 0 && q[3] > 0 && r[3] > 0)
        {
            AddTriangle(pieces, code, p, q, r);
            return;
        }

        float* points = stackalloc float[(Clipping.Most + 1) * Stride];
        draw.Whole(a, points);
        draw.Whole(b, points + Stride);
        draw.Whole(c, points + 2 * Stride);
        int left = Clipping.Cut(draw.View, points, 3);
        for (int i = 2; i < left; i++)
        {
            float* kept = pieces.Keep();
            Copy(points, kept);
            Copy(points + (i - 1) * Stride, kept + Stride);
            Copy(points + i * Stride, kept + 2 * Stride);
            AddTriangle(pieces, pieces.LastKept, kept, kept + Stride, kept + 2 * Stride);
        }
    }

    private static void AddTriangle(Pieces pieces, int code, float* p, float* q, float* r)
    {
        if (Math.Max(p[0], Math.Max(q[0], r[0])) < 0 || Math.Min(p[0], Math.Min(q[0], r[0])) > pieces.Draw.View.Width)
            return;
        (float, float) rows = (Math.Min(p[1], Math.Min(q[1], r[1])), Math.Max(p[1], Math.Max(q[1], r[1])));
        pieces.Add(code, rows, (p[2] + q[2] + r[2]) * (4 / 3f));
    }

    private static void RowOfLines(Pieces pieces, int row)
    {
        Shape shape = pieces.Draw.Shape;
        int step = shape.Mesh?.LineStep ?? 1;
        bool along = row % step == 0 || row == shape.Rows - 1;
        for (int column = 0; column < shape.Columns; column++)
        {
            int point = row * shape.Columns + column;
            if (along && column < shape.Columns - 1)
                Line(pieces, 8 * point);
            if (row < shape.Rows - 1 && (column % step == 0 || column == shape.Columns - 1))
                Line(pieces, 8 * point + 1);
        }
    }

    private static void Line(Pieces pieces, int code)
    {
        Draw draw = pieces.Draw;
        (int a, int b) = PieceRaster.Ends(pieces, code);
        if (IsHole(draw, a) || IsHole(draw, b))
            return;
        float* p = draw.Vertices + (long)a * Stride, q = draw.Vertices + (long)b * Stride;
        if (!(p[3] > 0 && q[3] > 0))
        {
            float* points = stackalloc float[(Clipping.Most + 1) * Stride];
            draw.Whole(a, points);
            draw.Whole(b, points + Stride);
            if (Clipping.Cut(draw.View, points, 2) < 2)
                return;
            float* kept = pieces.Keep();
            Copy(points, kept);
            Copy(points + Stride, kept + Stride);
            code = pieces.LastKept;
            p = kept;
            q = kept + Stride;
        }

        float reach = pieces.Line.Width / 2 + 1;
        if (Math.Max(p[0], q[0]) >= -reach && Math.Min(p[0], q[0]) <= draw.View.Width + reach)
            pieces.Add(code, (Math.Min(p[1], q[1]) - reach, Math.Max(p[1], q[1]) + reach), 2 * (p[2] + q[2]));
    }

    private static void Ball(Pieces pieces, int point)
    {
        float* ball = pieces.Draw.Vertices + (long)point * Stride;
        float radius = BallRaster.Radius(pieces.Draw.View, ball);
        if (ball[3] > 0 && radius > 0 && ball[0] >= -radius && ball[0] <= pieces.Draw.View.Width + radius)
            pieces.Add(point, (ball[1] - radius, ball[1] + radius), 4 * ball[2]);
    }

    private static bool IsHole(Draw draw, int point)
    {
        float* at = draw.Vertices + (long)point * Stride;
        return float.IsNaN(at[0]) || float.IsNaN(at[1]);
    }

    private static void Copy(float* from, float* to) => new ReadOnlySpan<float>(from, Stride).CopyTo(new Span<float>(to, Stride));
}
