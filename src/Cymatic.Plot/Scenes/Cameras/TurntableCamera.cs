namespace Cymatic.Plot;

/// <summary>
/// A camera on a sphere around a target, upright: at target + distance · (cos e cos a, cos e sin a, sin e) for azimuth a, elevation e.
/// </summary>
/// <remarks>
/// As matplotlib's view_init. Mayavi counts elevation from the z axis, Vispy azimuth from the negative y axis:
/// <see cref="Camera.Mayavi"/>, <see cref="Camera.Vispy"/>.
/// </remarks>
/// <param name="Azimuth">From the x axis towards the y axis, in degrees.</param>
/// <param name="Elevation">Above the horizontal plane, in degrees.</param>
public sealed record TurntableCamera(double Azimuth, double Elevation) : Camera
{
    /// <summary>From the x axis towards the y axis, in degrees.</summary>
    public double Azimuth { get; init => field = Finite(value); } = Finite(Azimuth);

    /// <summary>Above the horizontal plane, in degrees.</summary>
    public double Elevation { get; init => field = Finite(value); } = Finite(Elevation);

    /// <summary>By how much the picture turns counter-clockwise, in degrees.</summary>
    public double Roll { get; init => field = Finite(value); }

    /// <summary>From the target, in units of the data (with <see cref="Scene3D.Aspect"/>: of the aspect). Null: all is seen at
    /// every azimuth.</summary>
    public double? Distance
    {
        get;
        init => field = value is null or (> 0 and < double.PositiveInfinity) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A distance must be positive and finite.");
    }

    /// <summary>What stays in the middle of the picture. Null: the middle of the scene.</summary>
    public Vector3D? Target { get; init => field = Finite(value); }

    internal override Stand Place(Space space, Func<Directions, double> fit)
    {
        var (sa, ca) = Math.SinCos(double.DegreesToRadians(Azimuth));
        var (se, ce) = Math.SinCos(double.DegreesToRadians(Elevation));
        var (sr, cr) = Math.SinCos(double.DegreesToRadians(Roll));
        Vector3D target = Target is { } given ? space.Place(given) : default;
        // Up is the direction in which the camera moves as it rises: there is one above the pole too.
        Vector3D away = new(ce * ca, ce * sa, se), up = new(-se * ca, -se * sa, ce), right = up.Cross(away);
        return new(target + away * (Distance ?? fit(new(right, up, away))), target, up * cr + right * sr);
    }
}
