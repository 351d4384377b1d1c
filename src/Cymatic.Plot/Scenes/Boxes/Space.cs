namespace Cymatic.Plot;

/// <summary>
/// From numbers of the data to the space in which the scene is lit and seen: the middle of what is seen is (0, 0, 0), and each axis has its
/// factor.
/// </summary>
internal sealed class Space
{
    internal Space(Extent seen, Vector3D? aspect, double thickness = 0)
    {
        Seen = seen;
        Thickness = thickness;
        Center = seen.Center;
        Scale = aspect is { } sides ? new(sides.X / seen.Size.X, sides.Y / seen.Size.Y, sides.Z / seen.Size.Z) : new(1, 1, 1);
        Radius = Math.Max(seen.Size.Scaled(Scale).Length / 2 + thickness, double.Epsilon);
    }

    /// <summary>What is seen, in numbers of the data.</summary>
    internal Extent Seen { get; }

    internal Vector3D Center { get; }

    internal Vector3D Scale { get; }

    /// <summary>How far shapes reach beyond their points.</summary>
    internal double Thickness { get; }

    /// <summary>Of the sphere around what is seen.</summary>
    internal double Radius { get; }

    internal Vector3D Place(Vector3D data) => (data - Center).Scaled(Scale);
}
