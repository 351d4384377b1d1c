namespace Cymatic.Plot;

/// <summary>Points as balls: Mayavi's points3d.</summary>
public sealed record PointCloud : SceneObject
{
    /// <summary>Balls at points.</summary>
    /// <exception cref="ArgumentException">Numbers of different lengths.</exception>
    public PointCloud(Numbers x, Numbers y, Numbers z)
    {
        X = x;
        Y = Points.Matching(x, y, ("x", "y"));
        Z = Points.Matching(x, z, ("x", "z"));
    }

    /// <summary>x of the points.</summary>
    public Numbers X { get; }

    /// <summary>y of the points.</summary>
    public Numbers Y { get; }

    /// <summary>z of the points.</summary>
    public Numbers Z { get; }

    /// <summary>The numbers that colours show, one for each point. Null: z.</summary>
    /// <exception cref="ArgumentException">Not as many as points.</exception>
    public Numbers? Values { get; init => field = value is null ? null : Length(value, (value.Count, X.Count), nameof(value), "values"); }

    /// <summary>Radius of the balls in units of space: of the data, or with <see cref="Scene3D.Aspect"/> of the aspect.</summary>
    public double Radius
    {
        get;
        init => field = value is > 0 and < double.PositiveInfinity ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A radius must be positive and finite.");
    } = 0.03;

    /// <summary>A radius for each point, instead of <see cref="Radius"/>; a point whose radius is not positive is not seen.</summary>
    /// <exception cref="ArgumentException">Not as many as points.</exception>
    public Numbers? Radii { get; init => field = value is null ? null : Length(value, (value.Count, X.Count), nameof(value), "radii"); }

    internal override Shape? ToShape() => X.Count == 0 ? null : new PointShape(this, Paint(X.Count, (Values ?? Z).Range()));
}
