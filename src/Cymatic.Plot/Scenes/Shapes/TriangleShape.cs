namespace Cymatic.Plot;

/// <summary>The points of a mesh; the normal of a point is the sum of its triangles', each as long as the triangle is large.</summary>
internal sealed class TriangleShape : Shape
{
    private readonly TriangleMesh _mesh;
    private readonly Vector3D[] _normals;

    internal TriangleShape(TriangleMesh mesh, Paint paint)
        : base(Joints.Triangles, mesh.Points.X.Count, paint, mesh.Material)
    {
        (_mesh, Corners, Mesh) = (mesh, mesh.Corners, mesh);
        _normals = new Vector3D[Points];
        for (int i = 0; i < Corners.Length; i += 3)
        {
            Vector3D a = Place(Corners[i]), normal = (Place(Corners[i + 1]) - a).Cross(Place(Corners[i + 2]) - a);
            if (!normal.IsFinite)
                continue;
            for (int corner = i; corner < i + 3; corner++)
                _normals[Corners[corner]] += normal;
        }
    }

    internal override Extent Extent =>
        new(Interval.Of(_mesh.Points.X.Range()), Interval.Of(_mesh.Points.Y.Range()), Interval.Of(_mesh.Points.Z.Range()));

    internal override void Fill(int start, VertexBlock block, Space space)
    {
        Numbers values = _mesh.Values ?? _mesh.Points.Z;
        for (int i = 0; i < block.Count; i++)
        {
            block.Set(i, Place(start + i) - space.Center, _normals[start + i]);
            block.Value[i] = (float)values[start + i];
        }

        if (Paint.IsEachPoint)
            Paint.PlaceColors(start, block.Value);
        else
            Paint.Place(block.Value, block.Value);
    }

    private Vector3D Place(int point) => new(_mesh.Points.X[point], _mesh.Points.Y[point], _mesh.Points.Z[point]);
}
