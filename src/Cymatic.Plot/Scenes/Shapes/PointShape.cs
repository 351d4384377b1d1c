namespace Cymatic.Plot;

/// <summary>Balls.</summary>
internal sealed class PointShape : Shape
{
    private readonly PointCloud _cloud;

    internal PointShape(PointCloud cloud, Paint paint)
        : base(Joints.Balls, cloud.X.Count, paint, cloud.Material)
    {
        double largest = cloud.Radii?.Range().Greatest ?? cloud.Radius;
        (_cloud, IsInSpace, Thickness) = (cloud, true, largest > 0 ? largest : 0);
    }

    internal override Extent Extent => new(Interval.Of(_cloud.X.Range()), Interval.Of(_cloud.Y.Range()), Interval.Of(_cloud.Z.Range()));

    internal override void Fill(int start, VertexBlock block, Space space)
    {
        Numbers values = _cloud.Values ?? _cloud.Z;
        for (int i = 0; i < block.Count; i++)
        {
            int at = start + i;
            var place = new Vector3D(_cloud.X[at], _cloud.Y[at], _cloud.Z[at]);
            block.Set(i, place - space.Center, new(_cloud.Radii?[at] ?? _cloud.Radius, 0, 0));
            block.Value[i] = (float)values[at];
        }

        if (Paint.IsEachPoint)
            Paint.PlaceColors(start, block.Value);
        else
            Paint.Place(block.Value, block.Value);
    }
}
