namespace Cymatic.Media;

/// <summary>A clip of a very low rate, each sample repeated until the rate is one that a lossy encoder has.</summary>
/// <remarks>ffmpeg's resampler gives nothing at all for a few seconds at 1 Hz: its filter never fills.</remarks>
internal sealed class HeldClip : AudioClip
{
    private const int TooLow = 1000, Wanted = 8000;
    private readonly AudioClip _source;
    private readonly int _repeats;

    private HeldClip(AudioClip source, int repeats)
        : base(
            source.SampleRate * repeats,
            source.Channels,
            source.Length > long.MaxValue / repeats ? long.MaxValue : source.Length * repeats) =>
        (_source, _repeats) = (source, repeats);

    /// <summary>The clip itself when its rate is 1 kHz or more; else one of 8 kHz or a little more.</summary>
    public static AudioClip IfLow(AudioClip clip) =>
        clip.SampleRate >= TooLow ? clip : new HeldClip(clip, (Wanted + clip.SampleRate - 1) / clip.SampleRate);

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        long frames = target.Length / Channels, first = FloorDivide(firstSample);
        var source = new float[(FloorDivide(firstSample + frames - 1) - first + 1) * Channels];
        _source.Render(first, source);
        for (int n = 0; n < frames; n++)
        {
            int from = (int)(FloorDivide(firstSample + n) - first) * Channels;
            source.AsSpan(from, Channels).CopyTo(target[(n * Channels)..]);
        }
    }

    private long FloorDivide(long sample) => (long)Math.Floor((decimal)sample / _repeats);
}
