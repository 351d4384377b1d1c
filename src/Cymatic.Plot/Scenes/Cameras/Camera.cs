namespace Cymatic.Plot;

/// <summary>Where a scene is seen from. The z axis points upwards, axes are right-handed, angles are in degrees.</summary>
public abstract record Camera
{
    /// <summary>Mayavi's angle of view.</summary>
    internal const double MayaviFieldOfView = 30;

    /// <summary>Vispy's angle of view.</summary>
    internal const double VispyFieldOfView = 45;

    private protected Camera()
    {
    }

    /// <summary>The angle between the lower and the upper edge of the picture, above 0 and below 180 degrees.</summary>
    public double FieldOfView
    {
        get;
        init => field = value is > 0 and < 180 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A field of view lies between 0 and 180 degrees.");
    } = MayaviFieldOfView;

    /// <summary>
    /// Whether far things look as large as near ones. Things at the target are as large as in perspective: half of the picture's height
    /// shows distance · tan(<see cref="FieldOfView"/> / 2).
    /// </summary>
    public bool Orthographic { get; init; }

    /// <summary>A camera that goes around the scene: <see cref="TurntableCamera"/>.</summary>
    /// <param name="azimuth">From the x axis towards the y axis.</param>
    /// <param name="elevation">Above the horizontal plane.</param>
    public static TurntableCamera Turntable(double azimuth = -60, double elevation = 30) => new(azimuth, elevation);

    /// <summary>The camera of Mayavi's <c>mlab.view</c>, whose elevation is counted from the z axis downwards.</summary>
    /// <param name="azimuth">From the x axis towards the y axis.</param>
    /// <param name="elevation">0 looks from above, 90 from the side, 180 from below.</param>
    /// <param name="distance">From the target; null: as far as needed to see everything.</param>
    public static TurntableCamera Mayavi(double azimuth = 45, double elevation = 54.735610317245346, double? distance = null) =>
        new(azimuth, 90 - elevation) { Distance = distance };

    /// <summary>Vispy's TurntableCamera, which looks along the y axis at azimuth 0; its field of view is 45 degrees.</summary>
    /// <param name="azimuth">From the negative y axis towards the x axis.</param>
    /// <param name="elevation">Above the horizontal plane.</param>
    /// <param name="distance">From the target; null: as far as needed to see everything.</param>
    public static TurntableCamera Vispy(double azimuth = 30, double elevation = 30, double? distance = null) =>
        new(azimuth - 90, elevation) { Distance = distance, FieldOfView = VispyFieldOfView };

    /// <summary>Eye, target and up in the scene's space.</summary>
    /// <param name="space">What is seen.</param>
    /// <param name="fit">The distance at which all of it is in the picture, for a direction away from the target.</param>
    internal abstract Stand Place(Space space, Func<Directions, double> fit);

    private protected static double Finite(double value) => double.IsFinite(value) ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "An angle must be finite.");

    private protected static Vector3D? Finite(Vector3D? value) => value is null or { IsFinite: true } ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A place must be finite.");
}

/// <summary>Where a camera stands, what it looks at, and what is up.</summary>
internal readonly record struct Stand(Vector3D Eye, Vector3D Target, Vector3D Up);

/// <summary>To the right and upwards in the picture, and from the target to the camera.</summary>
internal readonly record struct Directions(Vector3D Right, Vector3D Up, Vector3D Away);
