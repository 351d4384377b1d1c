namespace Cymatic.Grid;

/// <summary>By what a sound is known again in another piece of the song: its first 100 ms in the song's whitening.</summary>
/// <param name="Label">Which sound.</param>
/// <param name="Wave">Samples by channel; the onset lies <see cref="ExplainAway.LeadSeconds"/> after the start.</param>
internal sealed record SoundHead(int Label, float[][] Wave)
{
    /// <summary>Seconds of a head, its lead included.</summary>
    public const double Seconds = 0.100;

    /// <summary>The beginning of a template; what has whitened it once more is undone.</summary>
    public static SoundHead Of(int label, Template template, int length)
    {
        float[][] wave = [.. template.Wave.Select(channel => channel.AsSpan(0, Math.Min(length, channel.Length)).ToArray())];
        foreach (float[] channel in wave)
        {
            if (template.Whitening is { } filter)
                LinearPredictor.Undo(filter, channel);
        }

        return new SoundHead(label, wave);
    }

    /// <summary>The beginning of a playing as it is heard.</summary>
    public static SoundHead Of(int label, WhitenedSong song, int onset)
    {
        int start = onset - song.Samples(ExplainAway.LeadSeconds), length = song.Samples(Seconds);
        return new SoundHead(label, [.. Enumerable.Range(0, song.Channels).Select(c => song.Window(c, start, length).ToArray())]);
    }
}
