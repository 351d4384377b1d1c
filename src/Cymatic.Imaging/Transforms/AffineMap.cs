namespace Cymatic.Imaging;

/// <summary>The map x' = Xx·x + Xy·y + X0, y' = Yx·x + Yy·y + Y0, in pixels with y down.</summary>
/// <param name="Xx">x' per x.</param>
/// <param name="Xy">x' per y.</param>
/// <param name="X0">x' of the origin.</param>
/// <param name="Yx">y' per x.</param>
/// <param name="Yy">y' per y.</param>
/// <param name="Y0">y' of the origin.</param>
public readonly record struct AffineMap(double Xx, double Xy, double X0, double Yx, double Yy, double Y0)
{
    /// <summary>Everything stays where it is.</summary>
    public static AffineMap Identity => new(1, 0, 0, 0, 1, 0);

    /// <summary>A move.</summary>
    public static AffineMap Translation(double x, double y) => new(1, 0, x, 0, 1, y);

    /// <summary>A scale about the origin.</summary>
    public static AffineMap Scale(double x, double y) => new(x, 0, 0, 0, y, 0);

    /// <summary>A turn about the origin, clockwise.</summary>
    public static AffineMap Rotation(double radians)
    {
        var (s, c) = Math.SinCos(radians);
        return new(c, -s, 0, s, c, 0);
    }

    /// <summary>This map, then another.</summary>
    public AffineMap Then(AffineMap next) => new(
        (next.Xx * Xx) + (next.Xy * Yx),
        (next.Xx * Xy) + (next.Xy * Yy),
        (next.Xx * X0) + (next.Xy * Y0) + next.X0,
        (next.Yx * Xx) + (next.Yy * Yx),
        (next.Yx * Xy) + (next.Yy * Yy),
        (next.Yx * X0) + (next.Yy * Y0) + next.Y0);

    /// <summary>The map back.</summary>
    /// <exception cref="ArgumentException">A map that flattens the plane or is not finite.</exception>
    public AffineMap Inverse()
    {
        double determinant = (Xx * Yy) - (Xy * Yx);
        if (!double.IsNormal(determinant) || !double.IsFinite(X0 + Y0))
            throw new ArgumentException($"{this} has no inverse.");
        double xx = Yy / determinant, xy = -Xy / determinant, yx = -Yx / determinant, yy = Xx / determinant;
        return new(xx, xy, -((xx * X0) + (xy * Y0)), yx, yy, -((yx * X0) + (yy * Y0)));
    }
}
