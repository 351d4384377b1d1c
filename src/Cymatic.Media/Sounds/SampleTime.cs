namespace Cymatic.Media;

/// <summary>Seconds as numbers of samples: the one place where they are rounded.</summary>
internal static class SampleTime
{
    /// <summary>The sample nearest to a time; negative before time 0.</summary>
    public static long At(double seconds, int sampleRate) =>
        double.IsPositiveInfinity(seconds) ? long.MaxValue : (long)Math.Round(seconds * sampleRate);

    /// <summary>Samples of a sound that lasts so many seconds, a begun one being whole; <see cref="long.MaxValue"/> without end.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The duration is not positive.</exception>
    public static long Count(double duration, int sampleRate)
    {
        if (!(duration > 0))
            throw new ArgumentOutOfRangeException(nameof(duration), duration, "A clip lasts longer than 0 seconds.");
        return double.IsPositiveInfinity(duration) ? long.MaxValue : Math.Max(1, (long)Math.Ceiling(duration * sampleRate - 1e-6));
    }
}
