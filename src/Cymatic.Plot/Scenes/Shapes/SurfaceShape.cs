using System.Numerics.Tensors;

namespace Cymatic.Plot;

/// <summary>The points of a surface over a grid; normals follow from the slopes between neighbours.</summary>
internal sealed class SurfaceShape : Shape
{
    private readonly SurfacePlot _surface;

    // Half the way between neighbours, inverted: slope = difference · this. Zero where neighbours fall together.
    private readonly float[] _perX, _perY;

    internal SurfaceShape(SurfacePlot surface, Paint paint)
        : base(Joints.Grid, surface.Z.Values.Length, paint, surface.Material)
    {
        _surface = surface;
        (_perX, _perY) = (PerStep(surface.X), PerStep(surface.Y));
        (Columns, Mesh) = (surface.Z.Columns, surface);
    }

    internal override Extent Extent => new(Interval.Of(_surface.X.Range()), Interval.Of(_surface.Y.Range()), Range(_surface.Z));

    internal override void Fill(int start, VertexBlock block, Space space)
    {
        _surface.Z.Values.Slice(start, block.Count).CopyTo(block.Z);
        if (Paint.IsEachPoint)
            Paint.PlaceColors(start, block.Value);
        else
            Paint.Place((_surface.Values ?? _surface.Z).Values.Slice(start, block.Count), block.Value);
        for (int at = 0; at < block.Count;)
        {
            int row = (start + at) / Columns, column = (start + at) % Columns, count = Math.Min(block.Count - at, Columns - column);
            for (int i = 0; i < count; i++)
                block.X[at + i] = (float)(_surface.X[column + i] - space.Center.X);
            block.Y.Slice(at, count).Fill((float)(_surface.Y[row] - space.Center.Y));
            Slopes(row, column, block.NormalX.Slice(at, count), block.NormalY.Slice(at, count));
            at += count;
        }

        TensorPrimitives.Subtract(block.Z, (float)space.Center.Z, block.Z);
        block.NormalZ.Fill(1);
        if (!_surface.Z.IsWhole)
            MendSlopes(start, block);
    }

    // −dz/dx and −dz/dy: the normal is (−dz/dx, −dz/dy, 1).
    private void Slopes(int row, int column, Span<float> alongX, Span<float> alongY)
    {
        ReadOnlySpan<float> here = _surface.Z[row], above = _surface.Z[Math.Max(0, row - 1)];
        ReadOnlySpan<float> below = _surface.Z[Math.Min(Rows - 1, row + 1)];
        int count = alongX.Length;
        TensorPrimitives.Subtract(above.Slice(column, count), below.Slice(column, count), alongY);
        TensorPrimitives.Multiply(alongY, _perY[row], alongY);
        int first = column == 0 ? 1 : 0, last = column + count == Columns ? count - 1 : count;
        if (first == 1)
            alongX[0] = here[0] - here[1];
        if (last < count)
            alongX[last] = here[Columns - 2] - here[Columns - 1];
        int inner = last - first;
        if (inner > 0)
            TensorPrimitives.Subtract(here.Slice(column + first - 1, inner), here.Slice(column + first + 1, inner), alongX[first..last]);
        TensorPrimitives.Multiply(alongX, _perX.AsSpan(column, count), alongX);
    }

    // Beside a hole, the slope is that towards the other side.
    private void MendSlopes(int start, VertexBlock block)
    {
        for (int i = 0; i < block.Count; i++)
        {
            if (float.IsFinite(block.NormalX[i] + block.NormalY[i]))
                continue;
            int row = (start + i) / Columns, column = (start + i) % Columns;
            block.NormalX[i] = -Slope(_surface.X, (row, column), (0, 1), Columns, column);
            block.NormalY[i] = -Slope(_surface.Y, (row, column), (1, 0), Rows, row);
        }
    }

    private float Slope(Numbers along, (int Row, int Column) at, (int Row, int Column) step, int count, int index)
    {
        int before = index > 0 && Holds(at.Row - step.Row, at.Column - step.Column) ? 1 : 0;
        int behind = index < count - 1 && Holds(at.Row + step.Row, at.Column + step.Column) ? 1 : 0;
        float rise = _surface.Z[at.Row + behind * step.Row, at.Column + behind * step.Column]
            - _surface.Z[at.Row - before * step.Row, at.Column - before * step.Column];
        float slope = rise / (float)(along[index + behind] - along[index - before]);
        return float.IsFinite(slope) ? slope : 0;
    }

    private bool Holds(int row, int column) => float.IsFinite(_surface.Z[row, column]);

    private static float[] PerStep(Numbers along)
    {
        var per = new float[along.Count];
        for (int i = 0; i < per.Length; i++)
        {
            float step = (float)(1 / (along[Math.Min(i + 1, per.Length - 1)] - along[Math.Max(0, i - 1)]));
            per[i] = float.IsFinite(step) ? step : 0;
        }

        return per;
    }
}
