namespace Cymatic.Media;

/// <summary>The frames of a movie: so many, each at its exact time.</summary>
internal readonly record struct FrameTimes(FrameRate Rate, long Count)
{
    /// <summary>Frames that the clip lasts for; after them the last of these stays.</summary>
    public long Drawn { get; init; } = Count;

    /// <summary>The time at which frame <paramref name="frame"/> is drawn.</summary>
    public double TimeOf(long frame) => Rate.TimeOf(Math.Min(frame, Drawn - 1));

    /// <summary>Samples of a sound that lasts exactly as long as the frames, a begun sample being a whole one.</summary>
    public long Samples(int sampleRate)
    {
        Int128 units = (Int128)Count * Rate.Den * sampleRate;
        return (long)((units + Rate.Num - 1) / Rate.Num);
    }
}
