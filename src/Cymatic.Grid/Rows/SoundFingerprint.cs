namespace Cymatic.Grid;

/// <summary>What a sound is like, over all its playings.</summary>
internal sealed record SoundFingerprint
{
    /// <summary>Level in dB below the loudest cell, bands slowest, time slices fastest: the lower quartile over the playings.</summary>
    public required float[] Patch { get; init; }

    /// <summary>Mean level in dB of each octave of the first 300 ms, their mean removed: the median over the playings.</summary>
    public required float[] Octaves { get; init; }

    /// <summary>Level in dB below the loudest stretch, in stretches that double in length: the median over the playings.</summary>
    public required float[] Envelope { get; init; }

    /// <summary>Energy-weighted mean frequency of the patch: of what all but a quarter of the playings have.</summary>
    public required double CentroidHz { get; init; }

    /// <summary>
    /// Mean of the band levels less the level of their mean power, in dB: 0 for noise with equal power in every band. Of what all but a
    /// quarter of the playings have.
    /// </summary>
    public required double FlatnessDb { get; init; }

    /// <summary>Fundamental frequency of what all but a quarter of the playings have, or null when it has none.</summary>
    public double? PitchHz { get; init; }

    /// <summary>Frequency of its loudest partial, which is what a bell is called by, or null when nothing stands out.</summary>
    public double? LoudestHz { get; init; }

    /// <summary>What tells its kind: see <see cref="SoundTraits"/>.</summary>
    public required float[] Traits { get; init; }
}
