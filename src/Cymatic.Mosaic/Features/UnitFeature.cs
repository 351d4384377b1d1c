namespace Cymatic.Mosaic;

/// <summary>What a unit's sound is like, by one number or a few; all but the loudness do not depend on level.</summary>
public enum UnitFeature
{
    /// <summary>24 mel bands in decibels, less their mean.</summary>
    Mel,

    /// <summary>The first 12 cosine coefficients of these bands after their sum: timbre.</summary>
    Mfcc,

    /// <summary>How much of each of the twelve pitch classes there is.</summary>
    Chroma,

    /// <summary>The level in decibels.</summary>
    Loudness,

    /// <summary>The mean frequency, in octaves.</summary>
    Centroid,

    /// <summary>The geometric by the arithmetic mean of the bands' powers, in decibels: tone or noise.</summary>
    Flatness,

    /// <summary>The fundamental frequency whose harmonics sound most, from 72 Hz to 1 kHz, in octaves.</summary>
    Pitch,

    /// <summary>How much of the spectrum is new since the unit before.</summary>
    Onset,
}
