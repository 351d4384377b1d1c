using System.Globalization;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// A grid of music whose repeats are not the same waveform: players, free-running synthesizers, voices. Sounds that a person could not
/// tell apart by their first quarter of a second share a row.
/// </summary>
public static class TimbreMethod
{
    private const int LowestRate = 2000;

    /// <summary>How near the sum of two sounds is at least to what is taken for both together.</summary>
    private const double MostMixedDb = 10;

    /// <summary>Analyses a song.</summary>
    /// <param name="song">The song.</param>
    /// <param name="options">Onsets and cut; null: both found.</param>
    /// <param name="progress">From 0 to 1.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>The grid; without sounds where nothing begins or the rate is below 2 kHz.</returns>
    public static SoundGrid Analyse(
        Sound song, TimbreOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(song);
        options ??= new TimbreOptions();
        List<int> onsets = song.SampleRate < LowestRate ? [] : Onsets(song, options);
        progress?.Report(0.2);
        if (onsets.Count == 0)
            return Empty(song);
        HeardBlock[] blocks = [.. HeardBlock.Of(song, onsets, keepAll: options.Onsets is not null)];
        if (blocks.Length == 0)
            return Empty(song);
        TimbrePatch[] patches = new PatchCutter(song, cancel).Cut([.. blocks.Select(block => block.Start)]);
        progress?.Report(0.4);
        (int[] labels, double alone) = PatchClusters.Of(patches, options.CutDb, cancel);
        progress?.Report(0.8);
        var mixed = MixedPatches.Find(patches, labels, Math.Min(alone, MostMixedDb), cancel);
        IEnumerable<WaveformEvent> playings = blocks.SelectMany((block, i) =>
            (mixed.TryGetValue(i, out (int First, int Second) two) ? (int[])[two.First, two.Second] : [labels[i]])
                .Select(label => new WaveformEvent(block.Start, label, block.Length)));
        if (options.Onsets is null)
            playings = HeardBlock.Whole(playings, song.SampleRate);
        SoundGrid grid = GridBuilder.Build(song, playings, "timbre", cancel);
        progress?.Report(1);
        return grid with { Remarks = [.. Remarks(options.CutDb, alone, mixed.Count)] };
    }

    private static IEnumerable<string> Remarks(double? toldCut, double height, int mixed)
    {
        const string how = "Sounds were told apart by timbre: ";
        double ten = RowPrice.DbOfTen(height);
        yield return toldCut is { } cut
            ? string.Create(CultureInfo.InvariantCulture, $"{how}those less than {cut:0.0} dB apart share a row.")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{how}two that play ten times each have two rows from {ten:0.0} dB on, those that play seldomer from more.");
        if (mixed > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{mixed} sounds that play once or twice are two others together (convolutive NMF) and have no row.");
        }
    }

    private static SoundGrid Empty(Sound song) =>
        new() { Duration = song.Duration, Method = "timbre", Sounds = [], Events = [], Remarks = ["No sound was found to begin."] };

    private static List<int> Onsets(Sound song, TimbreOptions options) => options.Onsets is { } told
        ? [.. ToldOnsets.Together(
            told.Select(seconds => (int)Math.Round(seconds * song.SampleRate)).Where(onset => onset >= 0 && onset < song.Length),
            (int)(ToldOnsets.TogetherSeconds * song.SampleRate)).Select(moment => (int)Math.Round(moment.Average()))]
        : FluxOnsets.Find(song);
}
