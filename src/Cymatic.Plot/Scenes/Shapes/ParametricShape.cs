namespace Cymatic.Plot;

/// <summary>The points of a parametric surface; normals are at right angles to its two directions.</summary>
internal sealed class ParametricShape : Shape
{
    // Where first and last points are nearer than this share of the whole, they are one.
    private const double Same = 1e-5;

    private readonly ParametricMesh _mesh;
    private readonly bool _closesRows, _closesColumns;
    private readonly double _near;

    internal ParametricShape(ParametricMesh mesh, Paint paint)
        : base(Joints.Grid, mesh.X.Values.Length, paint, mesh.Material)
    {
        (_mesh, Columns, Mesh) = (mesh, mesh.X.Columns, mesh);
        _near = Extent.Size.Length * Same;
        _closesColumns = Enumerable.Range(0, Rows).All(row => (Place(row, 0) - Place(row, Columns - 1)).Length <= _near);
        _closesRows = Enumerable.Range(0, Columns).All(column => (Place(0, column) - Place(Rows - 1, column)).Length <= _near);
    }

    internal override Extent Extent => new(Range(_mesh.X), Range(_mesh.Y), Range(_mesh.Z));

    internal override void Fill(int start, VertexBlock block, Space space)
    {
        for (int i = 0; i < block.Count; i++)
        {
            int row = (start + i) / Columns, column = (start + i) % Columns;
            block.Set(i, Place(row, column) - space.Center, Normal(row, column));
        }

        if (Paint.IsEachPoint)
            Paint.PlaceColors(start, block.Value);
        else
            Paint.Place((_mesh.Values ?? _mesh.Z).Values.Slice(start, block.Count), block.Value);
    }

    private Vector3D Place(int row, int column) => new(_mesh.X[row, column], _mesh.Y[row, column], _mesh.Z[row, column]);

    private Vector3D Normal(int row, int column)
    {
        Vector3D across = AlongColumns(row, column), down = AlongRows(row, column), normal = default;
        if (across.Length > _near && down.Length > _near)
            return across.Cross(down);
        // At a pole all points of a row or a column fall together: it has the mean of the normals around it.
        bool pole = across.Length <= _near;
        int inRow = Math.Clamp(row, 1, Math.Max(1, Rows - 2)), inColumn = Math.Clamp(column, 1, Math.Max(1, Columns - 2));
        for (int i = 0; i < (pole ? Columns : Rows); i++)
        {
            (int r, int c) = pole ? (inRow, i) : (i, inColumn);
            Vector3D beside = AlongColumns(r, c).Cross(AlongRows(r, c));
            normal += beside.IsFinite ? beside : default;
        }

        return normal;
    }

    private Vector3D AlongColumns(int row, int column)
    {
        var (before, behind) = Neighbours(column, Columns, _closesColumns);
        return Between(Place(row, before), Place(row, column), Place(row, behind));
    }

    private Vector3D AlongRows(int row, int column)
    {
        var (before, behind) = Neighbours(row, Rows, _closesRows);
        return Between(Place(before, column), Place(row, column), Place(behind, column));
    }

    // Beside a hole, the direction is that towards the other side.
    private static Vector3D Between(Vector3D before, Vector3D here, Vector3D behind) =>
        (behind.IsFinite ? behind : here) - (before.IsFinite ? before : here);

    private static (int Before, int Behind) Neighbours(int at, int count, bool closes) => closes
        ? (at == 0 ? count - 2 : at - 1, at == count - 1 ? 1 : at + 1)
        : (Math.Max(0, at - 1), Math.Min(count - 1, at + 1));
}
