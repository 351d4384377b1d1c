using Cymatic.Grid;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

/// <summary>Grids of any size, the same every time.</summary>
internal static class ExampleGrids
{
    internal static SoundGrid Create(int rows, double duration, double? bpm = 120)
    {
        List<GridEvent> events = [];
        for (int i = 0; rows > 0 && 0.25 * (i + 1) < duration; i++)
            events.Add(new GridEvent(0.25 * i + 0.05, 0.25 * i + 0.2, i * 7 % rows, -10 - i % 20));
        return new SoundGrid
        {
            Duration = duration,
            Method = "waveform",
            Sounds = [.. Enumerable.Range(0, rows).Select(row => new GridSound($"sound {row + 1}", "mix", 100 * (row + 1)))],
            Events = events,
            Bpm = bpm,
            FirstBeat = 0.05,
        };
    }

    /// <summary>A theme whose letters are the same on every machine: their font lies beside the tests.</summary>
    internal static GridTheme WithOwnFont(GridTheme theme) => theme with { Figures = theme.Figures with { FontFamily = "DejaVu Sans" } };

    internal static Sound Song(double duration)
    {
        var samples = new float[(int)(8000 * duration)];
        for (int n = 0; n < samples.Length; n++)
            samples[n] = MathF.Sin(n * 0.35f) * MathF.Exp(-(n % 4000) / 900f);
        return new Sound(samples, 8000);
    }
}
