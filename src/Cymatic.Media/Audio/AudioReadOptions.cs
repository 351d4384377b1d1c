namespace Cymatic.Media;

/// <summary>What to make of a sound file while it is read.</summary>
public sealed record AudioReadOptions
{
    /// <summary>Take the mean of the channels (as <see cref="Signal.Sound.ToMono"/>), without keeping them all in memory.</summary>
    public bool Mono { get; init; }
}
