namespace Cymatic.Plot;

/// <summary>A surface z = f(x, y) over a grid: Mayavi's surf, Vispy's SurfacePlot, matplotlib's plot_surface.</summary>
/// <example><code>
/// Numbers x = Numbers.Between(-2, 2, 200);
/// new Scene3D(SurfacePlot.Of(x, x, (x, y) => Math.Sin(x * y))).Write("surface.png");
/// </code></example>
public sealed record SurfacePlot : MeshObject
{
    /// <summary>A surface over columns at 0, 1, 2 … and rows at 0, 1, 2 …</summary>
    /// <param name="z">Heights: rows along y, columns along x; NaN is a hole.</param>
    public SurfacePlot(Matrix z)
        : this(Numbers.Steps(Checked(z).Columns), Numbers.Steps(z.Rows), z)
    {
    }

    /// <summary>A surface over a grid.</summary>
    /// <param name="x">Where the columns are.</param>
    /// <param name="y">Where the rows are.</param>
    /// <param name="z">Heights: rows along y, columns along x; NaN is a hole.</param>
    /// <exception cref="ArgumentException">Not a number of x for each column and of y for each row.</exception>
    public SurfacePlot(Numbers x, Numbers y, Matrix z)
    {
        Z = Checked(z);
        X = Along(x, z.Columns, nameof(x), "columns");
        Y = Along(y, z.Rows, nameof(y), "rows");
    }

    /// <summary>Where the columns are.</summary>
    public Numbers X { get; }

    /// <summary>Where the rows are.</summary>
    public Numbers Y { get; }

    /// <summary>Heights: rows along y, columns along x.</summary>
    public Matrix Z { get; }

    /// <summary>The numbers that colours show, as many as heights. Null: the heights.</summary>
    /// <exception cref="ArgumentException">Another number of rows or columns.</exception>
    public Matrix? Values
    {
        get;
        init => field = value is null || (value.Rows == Z.Rows && value.Columns == Z.Columns) ? value : throw new ArgumentException(
            $"{value.Rows}×{value.Columns} values do not match {Z.Rows}×{Z.Columns} heights.", nameof(value));
    }

    /// <summary>A surface of a function.</summary>
    /// <param name="x">Where it is asked along x.</param>
    /// <param name="y">Where it is asked along y.</param>
    /// <param name="height">z at x and y.</param>
    public static SurfacePlot Of(Numbers x, Numbers y, Func<double, double, double> height)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(height);
        int columns = Math.Max(1, x.Count);
        return new(x, y, Matrix.From(y.Count, columns, (row, column) => x.Count == 0 ? double.NaN : height(x[column], y[row])));
    }

    internal override Shape? ToShape() => Z.Rows < 2 || Z.Columns < 2 ? null
        : new SurfaceShape(this, Paint(Z.Values.Length, (Values ?? Z).Range));

    private static Matrix Checked(Matrix z) => z ?? throw new ArgumentNullException(nameof(z));

    private static Numbers Along(Numbers numbers, int count, string name, string what)
    {
        ArgumentNullException.ThrowIfNull(numbers, name);
        // The matrix of nothing has one column.
        return numbers.Count == count || (numbers.Count == 0 && count == 1) ? numbers
            : throw new ArgumentException($"{numbers.Count} numbers of {name} do not match {count} {what}.", name);
    }
}
