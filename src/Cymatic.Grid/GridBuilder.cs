using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>Turns labelled playings into a grid: ends, levels, rows and names.</summary>
internal static class GridBuilder
{
    private const double FrameSeconds = 0.005;
    private const double Silence = 0.01;
    private const double ShortestSeconds = 0.02;

    /// <summary>The grid of a song's playings.</summary>
    public static SoundGrid Build(Sound song, IEnumerable<WaveformEvent> playings, string method, CancellationToken cancel) =>
        Build(Describe(song, playings, cancel), (song.Duration, song.SampleRate), method);

    /// <summary>The grid of sounds that are described already; of a song, its seconds and its rate.</summary>
    public static SoundGrid Build(PlayedSounds played, (double Duration, double Rate) song, string method)
    {
        RowArrangement rows = RowOrder.Arrange([.. played.Labels.Select(label => played.Fingerprints[label])]);
        var rowOf = new Dictionary<int, int>();
        for (int row = 0; row < rows.Order.Count; row++)
            rowOf[played.Labels[rows.Order[row]]] = row;
        return new SoundGrid
        {
            Duration = song.Duration,
            Method = method,
            Sounds = [.. rows.Order.Select(s => new GridSound(rows.Names[s], "mix", rows.CentroidsHz[s]))],
            Events = [.. played.Blocks.Select(block => new GridEvent(
                block.Start / song.Rate, (block.Start + block.Length) / song.Rate, rowOf[block.Label], block.LevelDb))],
        };
    }

    /// <summary>Where a song's playings end, how loud they are, and what their sounds sound like.</summary>
    public static PlayedSounds Describe(Sound song, IEnumerable<WaveformEvent> playings, CancellationToken cancel)
    {
        WaveformEvent[] sorted = [.. playings.Where(p => p.Start < song.Length).OrderBy(p => p.Start)];
        int[] lengths = Lengths(song, sorted);
        PlayedBlock[] blocks =
            [.. sorted.Select((p, i) => new PlayedBlock(p.Start, lengths[i], p.Label, LevelDb(song, p.Start, lengths[i])))];
        ILookup<int, (int, int)> occurrences = blocks.ToLookup(block => block.Label, block => (block.Start, block.Length));
        SoundFingerprint[] prints = RowOrder.Fingerprints(song, [.. occurrences.Select(of => of.ToList())], cancel);
        cancel.ThrowIfCancellationRequested();
        return new PlayedSounds(blocks, occurrences.Select((of, i) => (of.Key, prints[i])).ToDictionary());
    }

    /// <summary>A sound ends when it is silent, when it plays again, and, where its own length is not known, when another starts.</summary>
    public static int[] Lengths(Sound song, WaveformEvent[] playings)
    {
        int shortest = Math.Max(1, (int)(ShortestSeconds * song.SampleRate));
        var lengths = new int[playings.Length];
        var nextOfLabel = new Dictionary<int, int>();
        int next = song.Length;
        for (int i = playings.Length - 1; i >= 0; i--)
        {
            WaveformEvent p = playings[i];
            int until = Math.Min(p.Longest is { } own ? p.Start + own : next, nextOfLabel.GetValueOrDefault(p.Label, song.Length));
            until = Math.Min(until, song.Length);
            int audible = Audible(song, p.Start, until - p.Start);
            lengths[i] = Math.Min(Math.Max(audible, shortest), song.Length - p.Start);
            if (i > 0 && playings[i - 1].Start < p.Start - shortest)
                next = p.Start;
            nextOfLabel[p.Label] = p.Start;
        }

        return lengths;
    }

    /// <summary>Samples up to the last 5 ms whose RMS is above 1 % of the loudest.</summary>
    private static int Audible(Sound song, int start, int length)
    {
        int frame = Math.Max(1, (int)(FrameSeconds * song.SampleRate)), frames = (length + frame - 1) / frame;
        double loudest = 0;
        var energy = new double[Math.Max(0, frames)];
        for (int f = 0; f < energy.Length; f++)
        {
            int from = start + f * frame, to = Math.Min(start + length, from + frame);
            energy[f] = Energy(song, from, to) / Math.Max(1, to - from);
            loudest = Math.Max(loudest, energy[f]);
        }

        int last = Array.FindLastIndex(energy, e => e > Silence * Silence * loudest);
        return Math.Min(length, (last + 1) * frame);
    }

    /// <summary>Mean level of a block over all channels in dB of full scale.</summary>
    public static double LevelDb(Sound song, int start, int length)
    {
        double mean = Energy(song, start, start + length) / Math.Max(1, (double)length * song.Channels);
        return Math.Round(10 * Math.Log10(mean + 1e-12), 2);
    }

    private static double Energy(Sound song, int from, int to)
    {
        double energy = 0;
        for (int c = 0; c < song.Channels; c++)
            energy += TensorPrimitives.SumOfSquares(song[c][from..to]);
        return energy;
    }
}
