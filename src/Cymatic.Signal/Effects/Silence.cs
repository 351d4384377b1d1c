namespace Cymatic.Signal;

/// <summary>Cuts silence off a sound, or out of it.</summary>
/// <remarks>Equals librosa 0.11's effects.trim and effects.split.</remarks>
public static class Silence
{
    /// <summary>Where the sound is, from the first to behind the last sample of frames that are loud enough; (0, 0) when none is.</summary>
    /// <param name="sound">Channels count together, by the loudest.</param>
    /// <param name="belowDb">How far below the loudest frame silence begins.</param>
    /// <param name="frames">Frames in which loudness is measured; null: 2048 samples every 512.</param>
    /// <exception cref="ArgumentException">A sample that is not finite, or a level that is not positive.</exception>
    public static (int Start, int End) Bounds(Sound sound, double belowDb = 60, StftOptions? frames = null)
    {
        bool[] loud = Loud(sound, belowDb, frames ??= new());
        int first = Array.IndexOf(loud, true), last = Array.LastIndexOf(loud, true);
        return first < 0 ? (0, 0) : (first * frames.HopLength, (int)Math.Min(sound.Length, (last + 1L) * frames.HopLength));
    }

    /// <summary>The sound without silence before and behind it.</summary>
    /// <inheritdoc cref="Bounds"/>
    public static Sound Trim(Sound sound, double belowDb = 60, StftOptions? frames = null)
    {
        (int start, int end) = Bounds(sound, belowDb, frames);
        return sound.Slice(start, end - start);
    }

    /// <summary>Where the sound is between silences, in rising order.</summary>
    /// <inheritdoc cref="Bounds"/>
    public static IReadOnlyList<(int Start, int End)> Split(Sound sound, double belowDb = 60, StftOptions? frames = null)
    {
        bool[] loud = Loud(sound, belowDb, frames ??= new());
        var parts = new List<(int, int)>();
        for (int t = 0, start = 0; t <= loud.Length; t++)
        {
            bool now = t < loud.Length && loud[t], before = t > 0 && loud[t - 1];
            if (now && !before)
                start = t;
            if (before && !now)
                parts.Add((start * frames.HopLength, (int)Math.Min(sound.Length, (long)t * frames.HopLength)));
        }

        return parts;
    }

    private static bool[] Loud(Sound sound, double belowDb, StftOptions frames)
    {
        ArgumentNullException.ThrowIfNull(sound);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(belowDb);
        var loudest = new float[frames.FramesOf(sound.Length)];
        for (int channel = 0; channel < sound.Channels; channel++)
        {
            float[] rms = FrameLevels.Rms(new Sound(sound[channel].ToArray(), sound.SampleRate), frames);
            Decibels.FromAmplitude(rms, rms, reference: null, rangeDb: null);
            for (int t = 0; t < rms.Length; t++)
                loudest[t] = channel == 0 ? rms[t] : Math.Max(loudest[t], rms[t]);
        }

        return [.. loudest.Select(level => level > -belowDb)];
    }
}
