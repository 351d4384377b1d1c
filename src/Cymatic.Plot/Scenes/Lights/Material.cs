namespace Cymatic.Plot;

/// <summary>How a surface answers to light.</summary>
/// <remarks>
/// A pixel is colour · (<see cref="Ambient"/> + <see cref="Diffuse"/> Σ n·l) + <see cref="Specular"/> Σ (r·l)^<see cref="Shininess"/>
/// over the lights, where n is the normal towards the viewer and r the line of sight mirrored by it (Phong, CACM 18, 1975). Colours are
/// sRGB-encoded throughout, as in Mayavi and Vispy: where the factor is 1, a colour is what its colour bar shows.
/// </remarks>
public sealed record Material
{
    /// <summary>Neither bright nor dull.</summary>
    public static Material Default { get; } = new();

    /// <summary>No light at all: colours as they are.</summary>
    public static Material Unlit { get; } = new() { Ambient = 1, Diffuse = 0, Specular = 0 };

    /// <summary>The share of the colour that is seen without light, 0 to 1.</summary>
    public double Ambient { get; init => field = Share(value); } = 0.3;

    /// <summary>The share of the colour that light adds where it falls straight on the surface, 0 to 1.</summary>
    public double Diffuse { get; init => field = Share(value); } = 0.75;

    /// <summary>The share of the light that is mirrored, 0 to 1.</summary>
    public double Specular { get; init => field = Share(value); } = 0.22;

    /// <summary>How small the mirrored spot is, 1 to 1000.</summary>
    public int Shininess
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Shininess lies between 1 and 1000.");
    } = 24;

    private static double Share(double value) => value is >= 0 and <= 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A share lies between 0 and 1.");
}
