using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

/// <summary>A song made of known one-shots at known places with known gains.</summary>
internal sealed record Planted(Sound Sound, SoundGrid Grid, float[][] Shots, int[] Starts, float[] Gains)
{
    private const int Rate = 22050;

    /// <summary>Two sounds in turn, one sounding at a time.</summary>
    public static Planted Alternating(double stepSeconds) =>
        Make([.. Enumerable.Range(0, 10).Select(i => (0.1 + i * stepSeconds, i % 2))], 0.3);

    /// <summary>Two sounds that lie over each other at ever other distances.</summary>
    public static Planted Overlapping() =>
        Make(
            [(0.1, 0), (0.25, 1), (0.9, 1), (1.02, 0), (1.7, 0), (1.93, 1), (2.6, 0), (2.6, 1), (3.3, 1), (3.34, 0), (4.1, 0), (4.2, 1)],
            0.3);

    /// <summary>One row with one block in a song of a second.</summary>
    public static SoundGrid OneEvent(double onset, double offset) => GridOf(1, 1, [new GridEvent(onset, offset, 0, -10)]);

    public static SoundGrid GridOf(double duration, int rows, IReadOnlyList<GridEvent> events) => new()
    {
        Duration = duration,
        Method = "waveform",
        Sounds = [.. Enumerable.Range(0, rows).Select(row => new GridSound($"row {row}", "mix", 440))],
        Events = events,
    };

    /// <summary>The largest normalised correlation over lags of 20 ms either way.</summary>
    public static double Correlation(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double best = 0, energyA = Energy(a), energyB = Energy(b);
        for (int lag = -441; lag <= 441; lag++)
        {
            double dot = 0;
            for (int n = Math.Max(0, -lag); n < Math.Min(a.Length, b.Length - lag); n++)
                dot += a[n] * (double)b[n + lag];
            best = Math.Max(best, dot / Math.Sqrt(energyA * energyB));
        }

        return best;
    }

    private static double Energy(ReadOnlySpan<float> a)
    {
        double sum = 0;
        foreach (float sample in a)
            sum += sample * (double)sample;
        return sum;
    }

    private static Planted Make((double Onset, int Row)[] blocks, double shotSeconds)
    {
        var random = new Random(11);
        int length = (int)(shotSeconds * Rate);
        float[][] shots = [Pluck(random, length, 0.05f), Pluck(random, length, 0.31f)];
        var song = new float[(int)((blocks[^1].Onset + 0.6) * Rate)];
        int[] starts = [.. blocks.Select(block => (int)Math.Round(block.Onset * Rate))];
        float[] gains = [.. blocks.Select((_, i) => 0.4f + 0.07f * (i * 5 % 9))];
        for (int i = 0; i < blocks.Length; i++)
        {
            for (int n = 0; n < length; n++)
                song[starts[i] + n] += gains[i] * shots[blocks[i].Row][n];
        }

        GridEvent[] events = [.. blocks.Select(b => new GridEvent(b.Onset, b.Onset + shotSeconds, b.Row, -12))];
        return new Planted(new Sound(song, Rate), GridOf((double)song.Length / Rate, 2, events), shots, starts, gains);
    }

    // A tone with noise in it that dies away and ends in silence.
    private static float[] Pluck(Random random, int length, float step) =>
        [.. Enumerable.Range(0, length).Select(n =>
            0.4f * (MathF.Sin(step * n) + random.NextSingle() - 0.5f) * MathF.Exp(-8f * n / length) * (1 - (float)n / length))];
}
