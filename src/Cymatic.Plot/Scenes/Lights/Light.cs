using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Light that comes from far away, from one direction. It falls on both sides of a surface.</summary>
/// <param name="Direction">Towards the light: in units of the data, or with <see cref="FollowsCamera"/> to the right, upwards and
/// towards the viewer.</param>
public sealed record Light(Vector3D Direction)
{
    /// <summary>Towards the light, of any length but 0.</summary>
    public Vector3D Direction
    {
        get;
        init => field = Check(value);
    } = Check(Direction);

    /// <summary>Its colour.</summary>
    public Color Color { get; init; } = Color.White;

    /// <summary>Multiplies the colour; at 1 a surface that faces the light has the full diffuse part of its colour.</summary>
    public double Intensity
    {
        get;
        init => field = value is >= 0 and <= 100 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The intensity of a light lies between 0 and 100.");
    } = 1;

    /// <summary>Whether it turns with the camera, as a lamp beside the viewer does.</summary>
    public bool FollowsCamera { get; init; }

    /// <summary>Beside the viewer: one from the upper left, and a weak one from the lower right.</summary>
    public static IReadOnlyList<Light> Default { get; } =
    [
        new((-0.45, 0.6, 0.66)) { FollowsCamera = true, Intensity = 0.9 },
        new((0.8, -0.3, 0.5)) { FollowsCamera = true, Intensity = 0.25 },
    ];

    /// <summary>Towards the light in the scene's space.</summary>
    internal Vector3D Towards(View view) => FollowsCamera
        ? (view.Right * Direction.X + view.Up * Direction.Y - view.Forward * Direction.Z).Unit(default)
        : Direction.Unit(default);

    private static Vector3D Check(Vector3D value) => value.IsFinite && value.Length > 0 ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A light comes from a direction that is finite and not 0.");
}
