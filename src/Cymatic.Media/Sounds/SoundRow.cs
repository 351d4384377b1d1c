namespace Cymatic.Media;

/// <summary>Different sounds one after the other, each in full.</summary>
internal sealed class SoundRow : ISoundSequence
{
    private readonly AudioClip[] _clips;
    private readonly long[] _starts;

    /// <param name="clips">At least one, all of one rate and number of channels; only the last may be without end.</param>
    public SoundRow(IReadOnlyList<AudioClip> clips)
        : this(clips, Ends(clips))
    {
    }

    /// <param name="clips">At least one, all of one rate and number of channels.</param>
    /// <param name="ends">The sample before which each ends, rising; a shorter sound is followed by silence.</param>
    public SoundRow(IReadOnlyList<AudioClip> clips, IReadOnlyList<long> ends)
    {
        _starts = [0, .. ends];
        _clips = [.. clips.Select((clip, i) => CutSound.Of(clip, 0, ends[i] == long.MaxValue ? long.MaxValue : ends[i] - _starts[i]))];
    }

    /// <inheritdoc/>
    public (int SampleRate, int Channels, long Length) Format => (_clips[0].SampleRate, _clips[0].Channels, _starts[^1]);

    /// <inheritdoc/>
    public long At(long sample)
    {
        int found = _starts.AsSpan().BinarySearch(sample);
        return Math.Clamp(found >= 0 ? found : ~found - 1, 0, _clips.Length - 1);
    }

    /// <inheritdoc/>
    public (AudioClip Clip, long Start, long End)? Part(long index) =>
        index >= 0 && index < _clips.Length ? (_clips[index], _starts[index], _starts[index + 1]) : null;

    private static long[] Ends(IReadOnlyList<AudioClip> clips)
    {
        var ends = new long[clips.Count];
        long end = 0;
        for (int i = 0; i < ends.Length; i++)
        {
            if (clips[i].SampleRate != clips[0].SampleRate || clips[i].Channels != clips[0].Channels)
                throw new ArgumentException("Sounds that are joined have one rate and one number of channels.", nameof(clips));
            if (end == long.MaxValue)
                throw new ArgumentException("Nothing comes after a sound without end.", nameof(clips));
            end = clips[i].Length == long.MaxValue ? long.MaxValue : end + clips[i].Length;
            ends[i] = end;
        }

        return ends;
    }
}
