namespace Cymatic.Media;

/// <summary>Rate and channels to which sounds are brought before they are mixed or joined.</summary>
internal readonly record struct SoundFormat(int SampleRate, int Channels)
{
    /// <summary>The highest rate and the most channels of any.</summary>
    public static SoundFormat Widest(IEnumerable<AudioClip> clips)
    {
        int rate = 0, channels = 0;
        foreach (AudioClip clip in clips)
            (rate, channels) = (Math.Max(rate, clip.SampleRate), Math.Max(channels, clip.Channels));
        return new(rate, channels);
    }

    /// <summary>A clip in this format: resampled, one channel repeated, missing channels silent.</summary>
    public AudioClip Of(AudioClip clip)
    {
        AudioClip resampled = clip.SampleRate == SampleRate ? clip : new Resample(SampleRate).Apply(clip);
        return resampled.Channels == Channels ? resampled : new RoutedSound(resampled, Channels);
    }
}
