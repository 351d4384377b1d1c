using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The sound that is to be re-created, at the rate of the analysis.</summary>
public sealed class TargetSound : IDisposable
{
    internal TargetSound(Table<Half> samples, double duration) => (Samples, Duration) = (samples, duration);

    /// <summary>Samples a second at which targets and corpora are heard, in Hz.</summary>
    public const int SampleRate = Analysis.SampleRate;

    /// <summary>Length in seconds.</summary>
    public double Duration { get; }

    /// <summary>The same at 44.1 kHz, where <see cref="UnitFeature.Specgram"/> is to be compared.</summary>
    public SeedSound? Seed { get; private init; }

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

    /// <summary>A sound that comes in blocks: one channel of 24,000 samples a second.</summary>
    /// <param name="decode">Gives the blocks.</param>
    /// <exception cref="ArgumentException">It gave no sample.</exception>
    public static TargetSound Of(Action<SampleSink> decode)
    {
        ArgumentNullException.ThrowIfNull(decode);
        FileTable<Half> samples = NamelessTable.Of<Half>(path => HalfSound.Write(path, decode));
        if (samples.Rows > 0)
            return new(samples, (double)samples.Rows / SampleRate);
        samples.Dispose();
        throw new ArgumentException("A target of no sample cannot be re-created.", nameof(decode));
    }

    /// <summary>The same sound, known at 44.1 kHz, too; one of both is to be disposed of.</summary>
    public TargetSound With(SeedSound seed) => new(Samples, Duration) { Seed = seed };

    /// <inheritdoc/>
    public void Dispose() => Samples.Dispose();
}
