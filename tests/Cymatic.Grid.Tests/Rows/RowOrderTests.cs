using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class RowOrderTests
{
    private const int Rate = 22050, Slot = 11025;

    [Fact]
    public void One_timbre_at_several_pitches_comes_out_as_neighbours()
    {
        // Bells and plucks at three pitches each, and noise of two lengths, interleaved.
        double[] pitches = [1, 1.26, 1.5];
        Func<double, double>[] sounds =
        [
            .. pitches.SelectMany(pitch => new[] { Bell(900 * pitch), Pluck(160 * pitch) }), Noise(30, seed: 1), Noise(24, seed: 2),
        ];
        RowArrangement rows = Arrange(sounds);
        int[] families = [.. rows.Order.Select(sound => sound >= 6 ? 2 : sound % 2)];
        Assert.Equal(2, families.Zip(families.Skip(1), (a, b) => a == b ? 0 : 1).Sum());
    }

    [Fact]
    public void Bright_sounds_are_on_top()
    {
        RowArrangement rows = Arrange([Pluck(80), Pluck(900), Pluck(90), Pluck(1000), Pluck(85), Pluck(950)]);
        double[] centroids = [.. rows.Order.Select(sound => rows.CentroidsHz[sound])];
        Assert.True(centroids.Take(3).Min() > centroids.Skip(3).Max());
    }

    [Fact]
    public void Names_are_unique()
    {
        RowArrangement rows = Arrange([Pluck(80), Bell(900), Noise(30, 3), Pluck(80), Bell(900), Noise(30, 4)]);
        Assert.Equal(6, rows.Names.Distinct().Count());
    }

    [Fact]
    public void A_pure_tone_has_its_frequency_as_centroid()
    {
        RowArrangement rows = Arrange([t => Math.Sin(2 * Math.PI * 1000 * t)]);
        Assert.Equal(1000, rows.CentroidsHz[0], 30.0);
    }

    [Fact]
    public void Arranging_twice_gives_the_same()
    {
        // Made anew for each: a noise goes on where it was left.
        RowArrangement[] twice = [.. Enumerable.Range(0, 2).Select(_ =>
            Arrange([.. Enumerable.Range(0, 12).Select(i => i % 3 == 0 ? Noise(20 + i, i) : Pluck(100 + 37 * i))]))];
        (RowArrangement first, RowArrangement second) = (twice[0], twice[1]);
        Assert.Equal(first.Order, second.Order);
        Assert.Equal(first.Names, second.Names);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(10, 3, 44100)]
    [InlineData(1100, 1, 22050)]
    [InlineData(5, 2, 1)]
    [InlineData(100, 2, 384000)]
    public void Any_length_and_rate_gives_an_order(int length, int sounds, int rate)
    {
        var song = new Sound(new float[length], rate);
        IReadOnlyList<(int, int)>[] playings = [.. Enumerable.Range(0, sounds).Select(i => new[] { (i, 5), (-7, 50) })];
        RowArrangement rows = RowOrder.Arrange(song, playings);
        Assert.Equal(Enumerable.Range(0, sounds), rows.Order.Order());
        Assert.All(rows.CentroidsHz, centroid => Assert.InRange(centroid, 0, rate));
    }

    [Fact]
    public void A_sound_that_never_plays_has_a_row_too()
    {
        var song = new Sound(new float[Rate], Rate);
        RowArrangement rows = RowOrder.Arrange(song, [[], [(0, 100)], []]);
        Assert.Equal([0, 1, 2], rows.Order.Order());
    }

    private static RowArrangement Arrange(Func<double, double>[] sounds)
    {
        var samples = new float[2 * Slot * sounds.Length];
        var playings = new List<IReadOnlyList<(int, int)>>();
        for (int sound = 0; sound < sounds.Length; sound++)
        {
            int[] starts = [sound * Slot, (sounds.Length + sound) * Slot];
            foreach (int start in starts)
            {
                for (int i = 0; i < Slot * 9 / 10; i++)
                    samples[start + i] = 0.3f * (float)sounds[sound]((double)i / Rate);
            }

            playings.Add([.. starts.Select(start => (start, Slot * 9 / 10))]);
        }

        return RowOrder.Arrange(new Sound(samples, Rate), playings);
    }

    private static Func<double, double> Pluck(double hz) =>
        t => Math.Exp(-6 * t) * Enumerable.Range(1, 5).Sum(k => Math.Sin(2 * Math.PI * hz * k * t) / (k * k));

    private static Func<double, double> Bell(double hz) =>
        t => Math.Exp(-9 * t) * (Sine(hz * t) + Sine(hz * 2.76 * t) + 0.7 * Sine(hz * 5.4 * t));

    private static double Sine(double cycles) => Math.Sin(2 * Math.PI * cycles);

    private static Func<double, double> Noise(double decay, int seed)
    {
        var random = new Random(seed);
        return t => Math.Exp(-decay * t) * (2 * random.NextDouble() - 1);
    }
}
