namespace Cymatic.Media;

/// <summary>What to make of a sound file while it is read.</summary>
public sealed record AudioReadOptions
{
    /// <summary>Take the mean of the channels (as <see cref="Signal.Sound.ToMono"/>), without keeping them all in memory.</summary>
    public bool Mono { get; init; }

    /// <summary>Change the rate to this, in Hz, by <see cref="Signal.Resampler"/>; null keeps the file's own.</summary>
    public int? SampleRate
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A sample rate is at least 1 Hz.");
    }
}
