namespace Cymatic.Plot;

/// <summary>A surface whose points are a function of two parameters, in rows and columns: Mayavi's mesh.</summary>
public sealed record ParametricMesh : MeshObject
{
    /// <summary>A surface of points.</summary>
    /// <param name="x">x of the points, in rows and columns.</param>
    /// <param name="y">y of the points.</param>
    /// <param name="z">z of the points.</param>
    /// <exception cref="ArgumentException">The matrices differ in size.</exception>
    public ParametricMesh(Matrix x, Matrix y, Matrix z)
    {
        X = x ?? throw new ArgumentNullException(nameof(x));
        Y = Like(x, y, nameof(y));
        Z = Like(x, z, nameof(z));
    }

    /// <summary>x of the points.</summary>
    public Matrix X { get; }

    /// <summary>y of the points.</summary>
    public Matrix Y { get; }

    /// <summary>z of the points.</summary>
    public Matrix Z { get; }

    /// <summary>The numbers that colours show, as many as points. Null: z.</summary>
    /// <exception cref="ArgumentException">Another number of rows or columns.</exception>
    public Matrix? Values { get; init => field = value is null ? null : Like(X, value, nameof(value)); }

    /// <summary>A surface of a function of two parameters.</summary>
    /// <param name="u">The parameter of the rows.</param>
    /// <param name="v">The parameter of the columns.</param>
    /// <param name="point">The point at u and v.</param>
    public static ParametricMesh Of(Numbers u, Numbers v, Func<double, double, Vector3D> point)
    {
        ArgumentNullException.ThrowIfNull(u);
        ArgumentNullException.ThrowIfNull(v);
        ArgumentNullException.ThrowIfNull(point);
        int columns = Math.Max(1, v.Count), count = u.Count * v.Count;
        float[] x = new float[count], y = new float[count], z = new float[count];
        for (int i = 0; i < count; i++)
        {
            Vector3D at = point(u[i / columns], v[i % columns]);
            (x[i], y[i], z[i]) = ((float)at.X, (float)at.Y, (float)at.Z);
        }

        return new(new(x, columns), new(y, columns), new(z, columns));
    }

    internal override Shape? ToShape() => X.Rows < 2 || X.Columns < 2 ? null
        : new ParametricShape(this, Paint(X.Values.Length, (Values ?? Z).Range));

    private static Matrix Like(Matrix first, Matrix other, string name)
    {
        ArgumentNullException.ThrowIfNull(other, name);
        return other.Rows == first.Rows && other.Columns == first.Columns ? other : throw new ArgumentException(
            $"{other.Rows}×{other.Columns} numbers of {name} do not match {first.Rows}×{first.Columns} of x.", name);
    }
}
