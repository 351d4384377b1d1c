using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>From an onset to where nothing more is heard but the recording's noise, or to the next onset.</summary>
/// <param name="Start">First sample.</param>
/// <param name="Length">Samples.</param>
internal readonly record struct HeardBlock(int Start, int Length)
{
    /// <summary>An onset that is no nearer ends the sound before it.</summary>
    private const double ShortestSeconds = 0.020;

    /// <summary>A sound is heard so soon after its onset, if at all.</summary>
    private const double LookedSeconds = 0.250;

    /// <summary>Nobody plays the same sound twice in so short a time: it is one that was split.</summary>
    private const double SplitSeconds = 0.060;

    /// <summary>The blocks of rising onsets; those at which nothing is heard are left out, unless all are to be kept.</summary>
    public static IEnumerable<HeardBlock> Of(Sound song, IReadOnlyList<int> onsets, bool keepAll)
    {
        var silence = new RecordedSilence(song);
        int shortest = (int)(ShortestSeconds * song.SampleRate), looked = (int)(LookedSeconds * song.SampleRate);
        for (int i = 0; i < onsets.Count; i++)
        {
            int next = i + 1;
            while (next < onsets.Count && onsets[next] <= onsets[i] + shortest)
                next++;
            int end = next < onsets.Count ? onsets[next] : song.Length;
            int length = silence.HeardLength(onsets[i], end);
            if (keepAll || silence.HeardLength(onsets[i], Math.Min(end, onsets[i] + looked)) > 0)
                yield return new HeardBlock(onsets[i], length > 0 ? length : end - onsets[i]);
        }
    }

    /// <summary>Playings by start, with those put together again that follow upon the same sound at once.</summary>
    public static IReadOnlyList<WaveformEvent> Whole(IEnumerable<WaveformEvent> playings, int sampleRate)
    {
        int split = (int)(SplitSeconds * sampleRate);
        var whole = new List<WaveformEvent>();
        var latest = new Dictionary<int, int>();
        foreach (WaveformEvent playing in playings)
        {
            if (latest.TryGetValue(playing.Label, out int before) && playing.Start - whole[before].Start <= split)
            {
                whole[before] = whole[before] with { Longest = playing.Start - whole[before].Start + playing.Longest };
                continue;
            }

            latest[playing.Label] = whole.Count;
            whole.Add(playing);
        }

        return whole;
    }
}
