namespace Cymatic.Plot;

/// <summary>A line in space as a tube: Mayavi's plot3d. Points that are no numbers cut it.</summary>
/// <example><code>
/// Numbers u = Numbers.Between(0, Math.Tau, 200);
/// new Scene3D(new Tube(u.Map(Math.Cos), u.Map(u => Math.Sin(3 * u)), u.Map(Math.Sin)) { Radius = 0.1 }).Write("tube.png");
/// </code></example>
public sealed record Tube : MeshObject
{
    /// <summary>A tube along points.</summary>
    /// <exception cref="ArgumentException">Numbers of different lengths.</exception>
    public Tube(Numbers x, Numbers y, Numbers z)
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

    /// <summary>From the line to the surface, in units of space: of the data, or with <see cref="Scene3D.Aspect"/> of the aspect.</summary>
    public double Radius
    {
        get;
        init => field = value is > 0 and < double.PositiveInfinity ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A radius must be positive and finite.");
    } = 0.025;

    /// <summary>How many sides the tube has, 3 to 256.</summary>
    public int Sides
    {
        get;
        init => field = value is >= 3 and <= 256 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A tube has 3 to 256 sides.");
    } = 16;

    internal override Shape? ToShape() => X.Count < 2 ? null : new TubeShape(this, Paint(X.Count, (Values ?? Z).Range()));
}
