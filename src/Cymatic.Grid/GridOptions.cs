namespace Cymatic.Grid;

/// <summary>How unique sounds are told apart.</summary>
public enum GridMethod
{
    /// <summary>The method that suits the song: by waveform where repeats are the same waveform, else by timbre.</summary>
    Auto,

    /// <summary>A repeat is the same waveform: lag-aligned, gain-matched differences.</summary>
    Waveform,

    /// <summary>A repeat sounds alike: log-mel patches.</summary>
    Timbre,

    /// <summary>Components of a non-negative factorisation of the mel spectrogram by fractions of a beat.</summary>
    Nmf,
}

/// <summary>A part of a song that gets a grid of its own.</summary>
public enum GridLayer
{
    /// <summary>The song as it is.</summary>
    Mix,

    /// <summary>What lasts: horizontal lines of the spectrogram.</summary>
    Harmonic,

    /// <summary>What hits: vertical lines of the spectrogram.</summary>
    Percussive,
}

/// <summary>How a song is turned into a grid. The defaults need nothing to be known of the song.</summary>
public sealed record GridOptions
{
    /// <summary>How unique sounds are told apart.</summary>
    public GridMethod Method { get; init; }

    /// <summary>Components of <see cref="GridMethod.Nmf"/>, 1 to 1000.</summary>
    public int Components
    {
        get;
        init => field = value is >= 1 and <= 1000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A song has 1 to 1000 components.");
    } = 16;

    /// <summary>The parts that get grids, stacked in this order; each once.</summary>
    public IReadOnlyList<GridLayer> Layers
    {
        get;
        init => field = value.Count > 0 && value.Distinct().Count() == value.Count ? value
            : throw new ArgumentException("Layers are named at least one, and each once.", nameof(value));
    } = [GridLayer.Mix];

    /// <summary>
    /// Onset times in seconds that are known already (from a MIDI file of the song), each as often as sounds start there, or null to find
    /// them. Times within 30 ms of each other are one moment; at each there is a block, and there are no more than are told.
    /// </summary>
    public IReadOnlyList<double>? Onsets { get; init; }

    /// <summary>Quarter notes a minute, when known.</summary>
    public double? Bpm
    {
        get;
        init => field = value is null or (> 0 and <= 1000) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tempo must lie between 0 and 1000 beats a minute.");
    }
}
