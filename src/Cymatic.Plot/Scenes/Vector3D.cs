namespace Cymatic.Plot;

/// <summary>A point or a direction in space, in units of the data.</summary>
/// <param name="X">Along the first axis.</param>
/// <param name="Y">Along the second axis.</param>
/// <param name="Z">Along the third axis, which points upwards.</param>
public readonly record struct Vector3D(double X, double Y, double Z)
{
    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt(Dot(this));

    internal bool IsFinite => double.IsFinite(X) && double.IsFinite(Y) && double.IsFinite(Z);

    /// <summary>A vector of three numbers.</summary>
    public static implicit operator Vector3D((double X, double Y, double Z) parts) => FromValueTuple(parts);

    /// <summary>The sum of each part.</summary>
    public static Vector3D operator +(Vector3D a, Vector3D b) => Add(a, b);

    /// <summary>The difference of each part.</summary>
    public static Vector3D operator -(Vector3D a, Vector3D b) => Subtract(a, b);

    /// <summary>All parts times a number.</summary>
    public static Vector3D operator *(Vector3D a, double factor) => Multiply(a, factor);

    /// <summary>A vector of three numbers.</summary>
    public static Vector3D FromValueTuple((double X, double Y, double Z) parts) => new(parts.X, parts.Y, parts.Z);

    /// <summary>The sum of each part.</summary>
    public static Vector3D Add(Vector3D a, Vector3D b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>The difference of each part.</summary>
    public static Vector3D Subtract(Vector3D a, Vector3D b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>All parts times a number.</summary>
    public static Vector3D Multiply(Vector3D a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);

    /// <summary>The product of lengths and the cosine of the angle between.</summary>
    public double Dot(Vector3D other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>A vector at right angles to both, by the right-hand rule.</summary>
    public Vector3D Cross(Vector3D other) =>
        new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);

    /// <summary>Each part times that of another.</summary>
    internal Vector3D Scaled(Vector3D by) => new(X * by.X, Y * by.Y, Z * by.Z);

    /// <summary>The same direction at length 1; the given one where there is no direction.</summary>
    internal Vector3D Unit(Vector3D otherwise)
    {
        double length = Length;
        return length > 0 && double.IsFinite(length) ? this * (1 / length) : otherwise;
    }
}
