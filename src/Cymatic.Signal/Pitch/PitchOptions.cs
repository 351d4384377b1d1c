namespace Cymatic.Signal;

/// <summary>How the fundamental frequency of a voice is tracked. The defaults are librosa's.</summary>
public sealed record PitchOptions
{
    /// <summary>The lowest frequency that is looked for, in Hz; by default C2.</summary>
    public double LowestHz { get; init => field = Positive(value); } = 65.4064;

    /// <summary>The highest frequency that is looked for, in Hz; by default C7.</summary>
    public double HighestHz { get; init => field = Positive(value); } = 2093.0045;

    /// <summary>Samples of a frame: at least two periods of the lowest frequency.</summary>
    public int FrameLength { get; init => field = Positive(value); } = 2048;

    /// <summary>Samples from a frame to the next; a quarter of a frame when not given.</summary>
    public int HopLength
    {
        get => field > 0 ? field : Math.Max(1, FrameLength / 4);
        init => field = Positive(value);
    }

    /// <summary>What frames, which are centred on every hop, see before and behind the sound.</summary>
    public FrameEdges Edges { get; init; }

    /// <summary>YIN: the first trough of the difference below this is the period.</summary>
    public double TroughThreshold { get; init => field = Positive(value); } = 0.1;

    /// <summary>pYIN: steps of pitch in semitones.</summary>
    public double Resolution
    {
        get;
        init => field = value is > 0 and < 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The resolution lies between 0 and 1.");
    } = 0.1;

    /// <summary>pYIN: how fast pitch may change, in octaves a second.</summary>
    public double FastestChange { get; init => field = Positive(value); } = 35.92;

    /// <summary>pYIN: the probability of going from voiced to unvoiced, or back, in a frame.</summary>
    public double SwitchProbability
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A probability lies from 0 to 1.");
    } = 0.01;

    private static T Positive<T>(T value)
        where T : System.Numerics.INumber<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }

    internal (int Least, int Most) Periods(Sound sound, string options)
    {
        if (LowestHz >= HighestHz || HighestHz > sound.SampleRate / 2.0)
            throw new ArgumentException(
                $"There is no pitch from {LowestHz} to {HighestHz} Hz at {sound.SampleRate} samples a second.", options);
        if (sound.SampleRate / LowestHz >= FrameLength - 1)
            throw new ArgumentException($"A period of {LowestHz} Hz does not fit into frames of {FrameLength} samples.", options);
        return ((int)Math.Floor(sound.SampleRate / HighestHz), Math.Min((int)Math.Ceiling(sound.SampleRate / LowestHz), FrameLength - 1));
    }
}
