namespace Cymatic.Media;

/// <summary>
/// A sound again and again, without end: round k begins at the sample nearest to k rounds, so that rounding never adds up.
/// </summary>
internal sealed class SoundLoop(AudioClip clip, double roundSeconds) : ISoundSequence
{
    private readonly double _round = Math.Max(1, roundSeconds * clip.SampleRate);

    /// <inheritdoc/>
    public (int SampleRate, int Channels, long Length) Format => (clip.SampleRate, clip.Channels, long.MaxValue);

    /// <inheritdoc/>
    public long At(long sample)
    {
        long round = Math.Max(0, (long)(sample / _round));
        return sample < Start(round) ? round - 1 : sample >= Start(round + 1) ? round + 1 : round;
    }

    /// <inheritdoc/>
    public (AudioClip Clip, long Start, long End)? Part(long index)
    {
        if (index < 0)
            return null;
        long start = Start(index), end = Start(index + 1);
        return (CutSound.Of(clip, 0, end - start), start, end);
    }

    private long Start(long round) => (long)Math.Round(round * _round);
}
