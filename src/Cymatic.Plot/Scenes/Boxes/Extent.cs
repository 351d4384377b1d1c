namespace Cymatic.Plot;

/// <summary>A box along the axes; parts that hold nothing are NaN.</summary>
internal readonly record struct Extent(Interval X, Interval Y, Interval Z)
{
    internal static Extent Empty => new(Interval.Empty, Interval.Empty, Interval.Empty);

    internal Vector3D Least => new(X.Least, Y.Least, Z.Least);

    internal Vector3D Greatest => new(X.Greatest, Y.Greatest, Z.Greatest);

    internal Vector3D Center => (Least + Greatest) * 0.5;

    internal Vector3D Size => Greatest - Least;

    internal Extent Union(Extent other) => new(X.Union(other.X), Y.Union(other.Y), Z.Union(other.Z));

    internal Extent Grown(double by) => new(X.Grown(by), Y.Grown(by), Z.Grown(by));

    /// <summary>The extent with given limits in place of its own, and something wherever it holds nothing or has no size.</summary>
    internal Extent Seen(Limits x, Limits y, Limits z) => new(Seen(X, x), Seen(Y, y), Seen(Z, z));

    private static Interval Seen(Interval data, Limits limits)
    {
        Interval part = data.IsEmpty ? new(0, 1) : data;
        double from = limits.From ?? part.Least, to = limits.To ?? part.Greatest;
        part = Interval.Hull(from, to);
        double size = part.Greatest - part.Least, least = Math.Max(Math.Abs(from), Math.Abs(to)) * 1e-9;
        return size > least ? part : part.Grown(Math.Max(0.5, least));
    }
}
