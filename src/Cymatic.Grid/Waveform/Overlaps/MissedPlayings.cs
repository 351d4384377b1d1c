namespace Cymatic.Grid;

/// <summary>
/// Playings where no start was heard: under something louder, or in reverb, a known sound shows in the residual by its waveform alone.
/// </summary>
internal static class MissedPlayings
{
    private const float LeastRho2 = 0.5f;
    private const float LeastGain = 0.4f;
    private const float MostGain = 2.5f;

    /// <summary>Nearer to a start that was heard the sounds have been matched already.</summary>
    private const double FromStartSeconds = 0.030;
    private const double ApartSeconds = 0.060;
    private const double RadiusSeconds = 0.015;

    /// <summary>Song seconds times sounds that are searched: all sounds of a short song, the most frequent ones of a long one.</summary>
    private const double SearchedSeconds = 4800;
    private const int FewestSounds = 16;

    /// <summary>Adds them and fits the sounds anew.</summary>
    public static void AddTo(Explanation state)
    {
        WhitenedSong song = state.Residual;
        int most = Math.Max(FewestSounds, (int)(SearchedSeconds * song.Rate / Math.Max(1, song.Length)));
        Template[] searched = [.. state.Templates.Where(t => t.Length >= state.Head).OrderByDescending(t => t.Playings.Count).Take(most)];
        if (searched.Length == 0)
            return;
        List<Sighting>[] sightings = new SongSearch(song, state.Head)
            .Find([.. searched.Select(t => t.Wave)], LeastRho2, song.Samples(RadiusSeconds), state.Cancel);
        int[] starts = [.. state.Onsets.Order()];
        int far = song.Samples(FromStartSeconds), apart = song.Samples(ApartSeconds);
        var added = new List<int>();
        foreach ((Template template, Sighting s) in searched.Zip(sightings).SelectMany(pair => pair.Second.Select(s => (pair.First, s)))
            .Where(x => x.s.Gain is > LeastGain and < MostGain && Distance(starts, x.s.Sample + state.Lead) > far)
            .OrderByDescending(x => x.s.Gain * x.s.Gain * x.First.Energy(0, state.Head)))
        {
            if (added.Exists(a => Math.Abs(a - s.Sample) < apart) || template.PlaysNear(s.Sample, apart))
                continue;
            var playing = new Playing(s.Sample, [.. Enumerable.Repeat(s.Gain, song.Channels)]);
            template.Insert(playing);
            template.AddTo(song, playing, -1);
            added.Add(s.Sample);
        }

        if (added.Count > 0)
            ExplainAway.Settle(state, 2);
    }

    private static int Distance(int[] rising, int sample)
    {
        int at = Array.BinarySearch(rising, sample);
        if (at >= 0)
            return 0;
        at = ~at;
        int before = at > 0 ? sample - rising[at - 1] : int.MaxValue, after = at < rising.Length ? rising[at] - sample : int.MaxValue;
        return Math.Min(before, after);
    }
}
