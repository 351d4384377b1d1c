namespace Cymatic.Plot;

/// <summary>A camera anywhere that looks anywhere.</summary>
/// <param name="Eye">Where it is, in numbers of the data.</param>
/// <param name="Target">What it looks at, in numbers of the data; not its own place.</param>
public sealed record FreeCamera(Vector3D Eye, Vector3D Target) : Camera
{
    /// <summary>Where it is, in numbers of the data.</summary>
    public Vector3D Eye { get; init => field = Finite(value)!.Value; } = Finite(Eye)!.Value;

    /// <summary>What it looks at, in numbers of the data; not its own place.</summary>
    public Vector3D Target { get; init => field = Finite(value)!.Value; } = Eye != Target ? Finite(Target)!.Value
        : throw new ArgumentException($"A camera at {Eye} cannot look at its own place.", nameof(Target));

    /// <summary>A direction that points upwards in the picture.</summary>
    public Vector3D Up { get; init => field = Finite(value)!.Value; } = new(0, 0, 1);

    internal override Stand Place(Space space, Func<Directions, double> fit) =>
        new(space.Place(Eye), space.Place(Target), Up.Scaled(space.Scale));
}
