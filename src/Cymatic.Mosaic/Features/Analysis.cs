namespace Cymatic.Mosaic;

/// <summary>What all units are analysed with.</summary>
internal static class Analysis
{
    /// <summary>Samples a second of every sound that is analysed: the highest band ends at 10,056 Hz.</summary>
    public const int SampleRate = 24_000;

    /// <summary>Hz from one band to the next.</summary>
    public const int BandHz = 24;

    /// <summary>Number of bands.</summary>
    public const int Bands = 418;

    /// <summary>The lowest band in units of <see cref="BandHz"/>: 48 Hz.</summary>
    public const int LowestBand = 2;

    /// <summary>Numbers of a unit that are searched.</summary>
    public const int Components = 64;

    /// <summary>The level of a unit that is silent, in decibels of full scale; nothing is lower.</summary>
    public const float SilentDb = -120;

    /// <summary>The first sample at or after a time.</summary>
    public static long SampleAt(double seconds) => (long)Math.Round(seconds * SampleRate);
}
