using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class AlignedTwinsTests
{
    private const int Rate = 44100, First = 8820, Distance = Rate, Late = 353;

    [Fact]
    public void Periods_of_a_tone_are_told_apart_by_what_sounds_above_it() =>
        Assert.Equal(-Late, AlignedTwins.Of(Song(), [First, First + Distance + Late], 0.097, default)[0][0].Lag);

    // A tone of 1050 Hz, whose period divides the distance, throughout; at the first place and a distance later what sounds above 13 kHz.
    private static WhitenedSong Song()
    {
        float[] samples = [.. Enumerable.Range(0, 2 * Rate + Rate / 2).Select(n => (float)(0.3 * Math.Sin(2 * Math.PI * 1050 * n / Rate)))];
        float[] above = Above();
        samples.Add(above, First);
        samples.Add(above, First + Distance);
        return WhitenedSong.Unfiltered(new Sound(samples, Rate));
    }

    private static float[] Above()
    {
        var random = new Random(7);
        (double Hz, double Phase)[] partials =
            [.. Enumerable.Range(0, 200).Select(_ => (13_000 + 7000 * random.NextDouble(), 2 * Math.PI * random.NextDouble()))];
        return [.. Enumerable.Range(0, Rate / 4)
            .Select(n => (float)(0.015 * partials.Sum(p => Math.Sin(2 * Math.PI * p.Hz * n / Rate + p.Phase))))];
    }
}
