using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>A recorded loop that plays through a song: estimated from all its repetitions, so that the rest can be heard alone.</summary>
internal static class BackgroundLoop
{
    private const int Hop = 512;

    /// <summary>Frames that are in memory at once.</summary>
    private const int BatchFrames = 128;

    /// <summary>Repetitions that are looked at, evenly spread over the song: more tell nothing new.</summary>
    private const int MostRepetitions = 128;

    /// <summary>Seconds that are whitened at once to measure what is left.</summary>
    private const int ChunkSeconds = 20;

    /// <summary>A loop that holds more of the energy is the song, not its background: its sounds get rows.</summary>
    private const double LeastLeftDb = -5;
    private const double MostLeftDb = -0.05;

    /// <summary>The song's loop, or null when there is none or when the song is nothing but a loop.</summary>
    public static UnrolledLoop? Find(Sound song, WhitenedSong whitened, CancellationToken cancel)
    {
        if (LoopPeriod.Find(whitened) is not { } period || period < 2 * RobustFrame.Length)
            return null;
        float[][] one = OnePeriod(song, period, cancel);
        var loop = new UnrolledLoop(song, one, period);
        return LeftDb(song, whitened, loop) is > LeastLeftDb and < MostLeftDb ? loop : null;
    }

    /// <summary>Energy that stays when the loop goes, whitened: a quiet loop with much treble counts as it is heard.</summary>
    private static double LeftDb(Sound song, WhitenedSong whitened, UnrolledLoop loop)
    {
        int chunk = ChunkSeconds * song.SampleRate;
        double before = whitened.Energy(0, whitened.Length), after = 0;
        for (int start = 0; start < song.Length; start += chunk)
        {
            float[][] rest = Rest(song, loop, start, Math.Min(chunk, song.Length - start));
            WhitenedSong left = WhitenedSong.Of(new Sound(rest, song.SampleRate), whitened.Predictor);
            after += left.Energy(0, left.Length);
        }

        return 10 * Math.Log10((after + 1e-20) / (before + 1e-20));
    }

    /// <summary>The song without the loop.</summary>
    public static Sound Remove(Sound song, UnrolledLoop loop) => new(Rest(song, loop, 0, song.Length), song.SampleRate);

    private static float[][] Rest(Sound song, UnrolledLoop loop, int start, int length)
    {
        var rest = new float[song.Channels][];
        for (int c = 0; c < rest.Length; c++)
        {
            rest[c] = new float[length];
            loop.Render(c, start, rest[c]);
            TensorPrimitives.Subtract(song[c].Slice(start, length), rest[c], rest[c]);
        }

        return rest;
    }

    /// <summary>
    /// Robust mean of the repetitions, cell by cell of a short-time spectrum: what else plays is seldom in the same cell twice.
    /// </summary>
    private static float[][] OnePeriod(Sound song, double period, CancellationToken cancel)
    {
        int length = (int)Math.Round(period), frames = (length + Hop - 1) / Hop;
        var robust = new RobustFrame(song, period, MostRepetitions);
        float[][] one = [.. Enumerable.Range(0, song.Channels).Select(_ => new float[length])];
        var norm = new float[length];
        var batch = new float[Math.Min(BatchFrames, frames) * song.Channels][];
        for (int first = 0; first < frames; first += BatchFrames)
        {
            int count = Math.Min(BatchFrames, frames - first);
            Parallel.For(0, count * song.Channels, new ParallelOptions { CancellationToken = cancel }, robust.NewScratch, (i, _, scratch) =>
            {
                batch[i] = robust.At(i % song.Channels, (first + i / song.Channels) * Hop, scratch);
                return scratch;
            }, _ => { });
            for (int i = 0; i < count * song.Channels; i++)
                Add(batch[i], one[i % song.Channels], (first + i / song.Channels) * Hop);
            for (int f = first; f < first + count; f++)
                Add(robust.SquaredWindow, norm, f * Hop);
        }

        foreach (float[] channel in one)
            TensorPrimitives.Divide(channel, norm, channel);
        return one;
    }

    /// <summary>Lays a frame around the circle of one period.</summary>
    private static void Add(ReadOnlySpan<float> frame, float[] period, int centre)
    {
        int at = ((centre - frame.Length / 2) % period.Length + period.Length) % period.Length;
        while (frame.Length > 0)
        {
            Span<float> target = period.AsSpan(at, Math.Min(frame.Length, period.Length - at));
            TensorPrimitives.Add(target, frame[..target.Length], target);
            frame = frame[target.Length..];
            at = 0;
        }
    }
}
