namespace Cymatic.Media;

/// <summary>Sounds one after the other.</summary>
internal interface ISoundSequence
{
    /// <summary>Rate and channels of all of them, and samples in all.</summary>
    (int SampleRate, int Channels, long Length) Format { get; }

    /// <summary>The number of the sound that is heard at a sample, 0 for the first; at least 0, whatever the sample.</summary>
    long At(long sample);

    /// <summary>
    /// A sound, with the sample at which it begins and the one before which it ends; null when there is none of that number.
    /// </summary>
    (AudioClip Clip, long Start, long End)? Part(long index);
}
