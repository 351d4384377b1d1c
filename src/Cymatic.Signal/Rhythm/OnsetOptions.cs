namespace Cymatic.Signal;

/// <summary>How the rise of a spectrogram's levels becomes an onset envelope. The defaults are those of librosa's onset_strength.</summary>
public sealed record OnsetOptions
{
    /// <summary>How the rises of a frame's bands become one number.</summary>
    public BandAverage Average { get; init; }

    /// <summary>Frames back to the one that a frame is compared with.</summary>
    public int LagFrames
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The lag must be at least one frame.");
    } = 1;

    /// <summary>Bands over which the earlier frame is raised to their largest, so that vibrato is no onset; 3 is superflux.</summary>
    public int LargestOfBands
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one band.");
    } = 1;

    /// <summary>Frames by which the rise is moved later, since a centred frame hears an attack before it is there.</summary>
    public int DelayFrames
    {
        get;
        init => field = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The delay must not be negative.");
    }
}
