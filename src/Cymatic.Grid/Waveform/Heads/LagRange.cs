namespace Cymatic.Grid;

/// <summary>How far apart two heads may be from where they coincide, and by which part of the spectrum that is told.</summary>
internal sealed record LagRange
{
    /// <summary>Seconds either way.</summary>
    public double Seconds { get; init; } = 0.012;

    /// <summary>
    /// What lies above hardly sharpens a lag of a few milliseconds, and lossy coders have spoilt it; but of a long way in a tone, whose
    /// periods are all alike below, only the highest frequencies tell.
    /// </summary>
    public double HighestHz { get; init; } = 11025;
}
