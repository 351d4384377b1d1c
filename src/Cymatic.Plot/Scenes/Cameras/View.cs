namespace Cymatic.Plot;

/// <summary>A camera in a scene's space, for a picture of so many pixels: where points are in the picture, and how deep.</summary>
/// <remarks>
/// Points in front of the camera are (X, Y, Z, W) · (x, y, z, 1): column X / W, row Y / W, and depth Z / W from 1 at the near end to 0
/// at the far end of what is seen. Depth is straight in the picture both in perspective and without.
/// </remarks>
internal sealed class View
{
    // At most this share of the picture is left free, where the camera chooses its distance itself.
    private const double MostMargin = 0.45;
    private const double NearestShare = 1e-6;
    private const int RimPoints = 64;

    /// <param name="camera">Where it stands.</param>
    /// <param name="space">What is seen.</param>
    /// <param name="size">Of the picture, in pixels.</param>
    /// <param name="margin">Pixels that are left free at each side, where the camera chooses its distance itself.</param>
    internal View(Camera camera, Space space, (int Width, int Height) size, double margin = 0)
    {
        (Width, Height) = size;
        double half = double.DegreesToRadians(camera.FieldOfView) / 2;
        Stand stand = camera.Place(space, directions => Fit(directions, space, Math.Tan(half), (margin, camera.Orthographic)));
        Eye = stand.Eye;
        Forward = (stand.Target - stand.Eye).Unit(new(0, 1, 0));
        // Up along the line of sight says nothing: another direction decides.
        Vector3D other = Math.Abs(Forward.Y) < 0.9 ? new(0, 1, 0) : new(1, 0, 0);
        Vector3D side = Forward.Cross(stand.Up.Unit(new(0, 0, 1)));
        Right = side.Length > 1e-9 ? side.Unit(default) : Forward.Cross(other).Unit(default);
        Up = Right.Cross(Forward);
        IsPerspective = !camera.Orthographic;
        double reach = (stand.Target - stand.Eye).Length;
        Focal = Height / 2.0 / (Math.Tan(half) * (IsPerspective ? 1 : Math.Max(reach, double.Epsilon)));
        (Near, Far) = Depths(space);
    }

    internal int Width { get; }

    internal int Height { get; }

    internal bool IsPerspective { get; }

    internal Vector3D Eye { get; }

    internal Vector3D Right { get; }

    internal Vector3D Up { get; }

    internal Vector3D Forward { get; }

    /// <summary>Pixels for a unit of space: in perspective at depth 1.</summary>
    internal double Focal { get; }

    internal double Near { get; }

    internal double Far { get; }

    /// <summary>How far a point lies in front of the camera.</summary>
    internal double DepthOf(Vector3D point) => Forward.Dot(point - Eye);

    /// <summary>Column and row of a point of space; only for points in front of the camera.</summary>
    internal (double X, double Y) Project(Vector3D point)
    {
        Vector3D from = point - Eye;
        double scale = IsPerspective ? Focal / Forward.Dot(from) : Focal;
        return (Width / 2.0 + scale * Right.Dot(from), Height / 2.0 - scale * Up.Dot(from));
    }

    /// <summary>X, Y, Z and W of a point as functions of its place: three factors and a constant each.</summary>
    internal (Row X, Row Y, Row Z, Row W) Rows()
    {
        Row depth = Row.Of(Forward, -Forward.Dot(Eye)), one = new(default, 1), across = IsPerspective ? depth : one;
        Row right = Row.Of(Right, -Right.Dot(Eye)), up = Row.Of(Up, -Up.Dot(Eye));
        Row z = IsPerspective ? (one * Far + depth * -1) * (Near / (Far - Near)) : (one * Far + depth * -1) * (1 / (Far - Near));
        return (across * (Width / 2.0) + right * Focal, across * (Height / 2.0) + up * -Focal, z, across);
    }

    // What is seen goes round on a turntable: all of the cylinder that it fills must be in the picture, so that its size does not change.
    private double Fit(Directions directions, Space space, double tangent, (double Margin, bool Orthographic) options)
    {
        Vector3D size = space.Seen.Size.Scaled(space.Scale) * 0.5;
        double radius = Math.Sqrt(size.X * size.X + size.Y * size.Y) + space.Thickness, height = size.Z + space.Thickness, fit = 0;
        double across = tangent * Width / Height * (1 - Math.Min(MostMargin, 2 * options.Margin / Width));
        tangent *= 1 - Math.Min(MostMargin, 2 * options.Margin / Height);
        for (int i = 0; i < 2 * RimPoints; i++)
        {
            var (sin, cos) = Math.SinCos(Math.Tau * i / RimPoints);
            var point = new Vector3D(radius * cos, radius * sin, i < RimPoints ? height : -height);
            double needed = Math.Max(Math.Abs(directions.Right.Dot(point)) / across, Math.Abs(directions.Up.Dot(point)) / tangent);
            fit = Math.Max(fit, options.Orthographic ? needed : needed + directions.Away.Dot(point));
        }

        return fit;
    }

    // A little more than what is seen, so that nothing of it lies on the ends.
    private (double Near, double Far) Depths(Space space)
    {
        double middle = DepthOf(default), reach = space.Radius * 1.5 + double.Epsilon;
        double far = middle + reach;
        if (!IsPerspective)
            return (middle - reach, far);
        far = Math.Max(far, space.Radius);
        return (Math.Max(middle - reach, far * NearestShare), far);
    }

    /// <summary>A function of a place: factors and a constant.</summary>
    internal readonly record struct Row(Vector3D Factors, double Constant)
    {
        public static Row operator +(Row a, Row b) => new(a.Factors + b.Factors, a.Constant + b.Constant);

        public static Row operator *(Row a, double factor) => new(a.Factors * factor, a.Constant * factor);

        internal static Row Of(Vector3D factors, double constant) => new(factors, constant);
    }
}
