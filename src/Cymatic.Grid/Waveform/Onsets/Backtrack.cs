namespace Cymatic.Grid;

/// <summary>From the steepest rise of a sound back to where it can first be heard.</summary>
internal static class Backtrack
{
    private const double FrameSeconds = 0.004;
    private const double AheadSeconds = 0.120;
    private const double BackSeconds = 0.080;
    private const double Threshold = 0.08;

    /// <summary>Energy against the lowest since, by which what is heard on the way back is another sound's end.</summary>
    private const double AnotherSound = 4;

    /// <summary>
    /// Samples (0 or negative) to the start of the sound at <paramref name="onset"/>: where the 4 ms RMS passes 8 % of the next 120 ms'
    /// peak. Where another sound's end comes first, going back, nobody can say, and it is 0.
    /// </summary>
    public static int Shift(WhitenedSong song, int onset)
    {
        int frame = Math.Max(1, song.Samples(FrameSeconds)), step = Math.Max(1, frame / 4);
        double peak = 0;
        for (int s = onset; s < onset + song.Samples(AheadSeconds); s += step)
            peak = Math.Max(peak, song.Energy(s, frame));
        double lowest = double.PositiveInfinity;
        for (int back = 0; back <= song.Samples(BackSeconds); back += step)
        {
            double energy = song.Energy(onset - back - frame, frame);
            if (energy < Threshold * Threshold * peak)
                return -back;
            if (energy > AnotherSound * lowest)
                return 0;
            lowest = Math.Min(lowest, energy);
        }

        return 0;
    }

    /// <summary>The median shift of all playings of one sound.</summary>
    public static int MedianShift(WhitenedSong song, IEnumerable<int> onsets)
    {
        int[] shifts = [.. onsets.Select(o => Shift(song, o)).Order()];
        return shifts.Length == 0 ? 0 : shifts[shifts.Length / 2];
    }
}
