using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The sound that is to be re-created, at the rate of the analysis.</summary>
public sealed class TargetSound : IDisposable
{
    internal TargetSound(Table<Half> samples, double duration) => (Samples, Duration) = (samples, duration);

    /// <summary>Length in seconds.</summary>
    public double Duration { get; }

    internal Table<Half> Samples { get; }

    /// <summary>A sound of any rate; the mean of its channels is heard.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public static TargetSound Of(Sound sound, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        if (sound.Length == 0)
            throw new ArgumentException("A target of no sample cannot be re-created.", nameof(sound));
        return new(HalfSound.Of(sound, cancel), sound.Duration);
    }

    /// <inheritdoc/>
    public void Dispose() => Samples.Dispose();
}
