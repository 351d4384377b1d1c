namespace Cymatic.Mosaic;

/// <summary>How a sound is cut into units.</summary>
public enum UnitKind
{
    /// <summary>One unit for each frame of the picture.</summary>
    Frames,

    /// <summary>Grains of one length, which may overlap.</summary>
    Grains,

    /// <summary>From one onset to the next.</summary>
    Onsets,

    /// <summary>From one beat to the next.</summary>
    Beats,
}
