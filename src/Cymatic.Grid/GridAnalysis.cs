using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>From a song to its grid of unique sounds.</summary>
public static class GridAnalysis
{
    /// <summary>Samples per second below which nothing that is heard as a sound can be told apart.</summary>
    private const int LowestRate = 2000;

    /// <summary>Share of playings whose sound comes again, below which repeats are not the same waveform.</summary>
    /// <remarks>
    /// Measured: 0.79 to 1 in 64 songs made of samples; 0 to 0.55 in speech, birdsong, players and free-running synthesizers.
    /// </remarks>
    internal const double LeastRepeatShare = 0.67;

    /// <summary>Playings below which nobody would expect that one comes again.</summary>
    private const int FewPlayings = 4;

    /// <summary>Finds the unique sounds of a song and everywhere they play.</summary>
    /// <param name="song">The song: any length, rate and number of channels.</param>
    /// <param name="options">What is known of the song; nothing needs to be.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <exception cref="OperationCanceledException">When cancelled.</exception>
    public static SoundGrid Analyse(
        Sound song, GridOptions options, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(song);
        ArgumentNullException.ThrowIfNull(options);
        return options.Layers is [GridLayer.Mix]
            ? Whole(song, options, progress, cancel)
            : LayerStack.Analyse(
                song, options.Layers, (part, partProgress) => Whole(part, options, partProgress, cancel), (progress, cancel));
    }

    private static SoundGrid Whole(Sound recorded, GridOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        HeardSong heard = HeardSong.Of(recorded);
        Sound song = heard.Sound;
        if (WhyEmpty(song) is { } reason)
            return Empty(song, reason);
        SoundGrid grid = options.Method switch
        {
            GridMethod.Nmf => ByNmf(song, options, progress, cancel),
            GridMethod.Timbre => Timbre(song, options, progress, cancel),
            _ => Waveform(song, options, progress, cancel),
        };
        if (!heard.IsAsRecorded)
            grid = grid with { Background = heard.AsRecorded(grid.Background) };
        return options.Onsets is { } told ? grid with { Remarks = [.. grid.Remarks, .. ToldRemarks.Of(told, grid)] } : grid;
    }

    private static SoundGrid ByNmf(Sound song, GridOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        var nmf = new NmfOptions { Components = options.Components, Bpm = options.Bpm };
        return NmfMethod.Analyse(song, nmf, progress, cancel).Grid;
    }

    private static SoundGrid Timbre(Sound song, GridOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        SoundGrid grid = TimbreMethod.Analyse(song, new TimbreOptions { Onsets = options.Onsets }, progress, cancel);
        return options.Bpm is null ? grid : grid with { Bpm = options.Bpm };
    }

    private static SoundGrid Waveform(Sound song, GridOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        if (song.Duration > SongPieces.LongestWholeSeconds)
            return OfPieces(song, options, progress, cancel);
        WaveformResult found = WaveformMethod.Find(song, Whitening.Of(song), options, (progress, cancel));
        if (FallsBack(options, found.Events.Count, found.RepeatShare()))
            return ByTimbre(song, options, cancel);
        SoundGrid grid = GridBuilder.Build(found.Heard, OrWhole(found.Events, song, options), "waveform", cancel);
        UnrolledLoop? loop = found.Loop;
        return Tempo.Of(loop is null ? grid : UnderLoop(grid, () => loop.ToSound(song)), options, found.Pulse);
    }

    private static SoundGrid OfPieces(Sound song, GridOptions options, IProgress<double>? progress, CancellationToken cancel)
    {
        PiecesResult found = SongPieces.Find(song, options, progress, cancel);
        if (FallsBack(options, found.Sounds.Blocks.Count, found.Sounds.RepeatShare()))
            return ByTimbre(song, options, cancel);
        SoundGrid grid = found.Sounds.Blocks.Count == 0
            ? GridBuilder.Build(song, OrWhole([], song, options), "waveform", cancel)
            : GridBuilder.Build(found.Sounds, (song.Duration, song.SampleRate), "waveform");
        return Tempo.Of(found.Loops.Count == 0 ? grid : UnderLoop(grid, found.BackgroundOf(song)), options, found.Pulse);
    }

    /// <summary>Whether other than by waveforms; of a few playings nothing needs to come again.</summary>
    private static bool FallsBack(GridOptions options, int playings, double repeatShare) =>
        options.Method == GridMethod.Auto && playings >= FewPlayings && repeatShare < LeastRepeatShare;

    private static SoundGrid ByTimbre(Sound song, GridOptions options, CancellationToken cancel)
    {
        SoundGrid byTimbre = Timbre(song, options, null, cancel);
        const string why = "Few sounds come again as the same waveform (played by hand, sung, or by a free-running synthesizer), "
            + "so rows gather what sounds alike.";
        return byTimbre with { Remarks = [why, .. byTimbre.Remarks] };
    }

    /// <summary>What has no start, such as a bell whose attack was cut off, is one sound all the same.</summary>
    private static IReadOnlyList<WaveformEvent> OrWhole(IReadOnlyList<WaveformEvent> events, Sound song, GridOptions options) =>
        events.Count > 0 || options.Onsets is not null ? events : [new WaveformEvent(FirstHeard(song), 0, null)];

    private static SoundGrid UnderLoop(SoundGrid grid, Func<Sound> loop)
    {
        const string remark =
            "A recorded loop plays under the song; it was taken away before the sounds were told apart and has no row.";
        return grid with { LateBackground = new(loop), Remarks = [remark] };
    }

    /// <summary>The first sample within 26 dB of the loudest.</summary>
    private static int FirstHeard(Sound song)
    {
        float least = 0.05f * Enumerable.Range(0, song.Channels).Max(c => Math.Abs(TensorPrimitives.MaxMagnitude(song[c])));
        return Enumerable.Range(0, song.Channels)
            .Min(c => song[c].IndexOfAnyExceptInRange(-least, least) is var at && at < 0 ? song.Length : at);
    }

    private static string? WhyEmpty(Sound song)
    {
        if (song.Length == 0)
            return "The song has no samples.";
        if (song.SampleRate < LowestRate)
            return $"At {song.SampleRate} samples a second there is nothing to hear: no sounds were looked for.";
        for (int c = 0; c < song.Channels; c++)
        {
            if (song[c].ContainsAnyExceptInRange(-1e-5f, 1e-5f))
                return null;
        }

        return "The song is silent.";
    }

    private static SoundGrid Empty(Sound song, string reason) =>
        new() { Duration = song.Duration, Method = "waveform", Sounds = [], Events = [], Remarks = [reason] };
}
