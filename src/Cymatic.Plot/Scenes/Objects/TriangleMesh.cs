namespace Cymatic.Plot;

/// <summary>A surface of triangles between points in any order: Mayavi's triangular_mesh.</summary>
public sealed record TriangleMesh : MeshObject
{
    /// <summary>A surface of points and triangles.</summary>
    /// <param name="points">x, y and z of the points.</param>
    /// <param name="triangles">The places of three points each in the list of points.</param>
    /// <exception cref="ArgumentException">Numbers of different lengths, or a triangle of points that are not there.</exception>
    public TriangleMesh((Numbers X, Numbers Y, Numbers Z) points, IReadOnlyList<(int A, int B, int C)> triangles)
    {
        ArgumentNullException.ThrowIfNull(triangles);
        Plot.Points.Matching(points.X, points.Y, ("x", "y"));
        Plot.Points.Matching(points.X, points.Z, ("x", "z"));
        (Points, Triangles) = (points, triangles);
        Corners = new int[3 * triangles.Count];
        for (int i = 0; i < triangles.Count; i++)
        {
            (Corners[3 * i], Corners[3 * i + 1], Corners[3 * i + 2]) = triangles[i];
            for (int corner = 3 * i; corner < 3 * i + 3; corner++)
            {
                if ((uint)Corners[corner] >= (uint)points.X.Count)
                    throw new ArgumentException($"Triangle {i} has point {Corners[corner]} of {points.X.Count}.", nameof(triangles));
            }
        }
    }

    /// <summary>x, y and z of the points.</summary>
    public (Numbers X, Numbers Y, Numbers Z) Points { get; }

    /// <summary>The places of three points each in the list of points.</summary>
    public IReadOnlyList<(int A, int B, int C)> Triangles { get; }

    /// <summary>The numbers that colours show, one for each point. Null: z.</summary>
    /// <exception cref="ArgumentException">Not as many as points.</exception>
    public Numbers? Values
    {
        get;
        init => field = value is null ? null : Length(value, (value.Count, Points.X.Count), nameof(value), "values");
    }

    internal int[] Corners { get; }

    internal override Shape? ToShape() => Corners.Length == 0 ? null
        : new TriangleShape(this, Paint(Points.X.Count, (Values ?? Points.Z).Range()));
}
