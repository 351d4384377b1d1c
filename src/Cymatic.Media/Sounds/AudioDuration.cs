namespace Cymatic.Media;

/// <summary>A sound of exactly this length: cut, or followed by silence.</summary>
/// <param name="Seconds">Positive; infinite for silence without end.</param>
public sealed record AudioDuration(double Seconds) : IAudioEffect
{
    /// <summary>Length in seconds, positive.</summary>
    public double Seconds { get; init; } = Seconds > 0
        ? Seconds
        : throw new ArgumentOutOfRangeException(nameof(Seconds), Seconds, "A clip lasts longer than 0 seconds.");

    /// <inheritdoc/>
    public AudioClip Apply(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        long length = SampleTime.Count(Seconds, clip.SampleRate);
        return length == clip.Length ? clip : new Cut(clip, length);
    }

    private sealed class Cut(AudioClip source, long length) : AudioClip(source.SampleRate, source.Channels, length)
    {
        public override void Render(long firstSample, Span<float> target)
        {
            source.Render(firstSample, target);
            long left = Math.Clamp(Length - firstSample, 0, target.Length / Channels);
            target[(int)(left * Channels)..].Clear();
        }
    }
}
