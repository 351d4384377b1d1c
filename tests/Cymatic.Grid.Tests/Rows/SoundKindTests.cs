using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

/// <summary>Sounds made of formulas have the names that a musician would give them.</summary>
public sealed class SoundKindTests
{
    private const int Rate = 44100;
    private const double Tau = 2 * Math.PI;

    [Theory]
    [InlineData(45, 120)]
    [InlineData(50, 200)]
    [InlineData(60, 250)]
    public void A_decaying_low_sine_with_falling_pitch_is_a_kick(double endHz, double startHz) =>
        Assert.Equal("kick", Name(Falling(endHz, startHz, fallSeconds: 0.03, decaySeconds: 0.1), 0.4));

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.03)]
    public void A_short_burst_of_high_noise_is_a_closed_hat(double decaySeconds) =>
        Assert.Equal("closed hat", Name(HighNoise(decaySeconds), 0.15));

    [Theory]
    [InlineData(41.2, "bass E1")]
    [InlineData(65.4, "bass C2")]
    public void A_low_note_of_many_overtones_is_a_bass(double hz, string name) => Assert.Equal(name, Name(Saw(hz, 12, 0.5), 0.5));

    [Theory]
    [InlineData(1760, "bell A6")]
    [InlineData(1318.5, "bell E6")]
    public void Stretched_partials_that_ring_are_a_bell(double hz, string name) => Assert.Equal(name, Name(Bell(hz), 1));

    [Theory]
    [InlineData(329.6, "pluck E4")]
    [InlineData(440, "pluck A4")]
    public void A_note_that_dies_away_overtones_first_is_a_pluck(double hz, string name) => Assert.Equal(name, Name(Pluck(hz), 0.8));

    [Fact]
    public void What_plays_with_a_sound_now_and_then_does_not_name_it()
    {
        const int apart = Rate / 2;
        Func<double, double> kick = Falling(50, 200, 0.03, 0.1);
        var song = new float[8 * apart];
        for (int k = 0; k < 8; k++)
        {
            song.Add([.. Enumerable.Range(0, apart).Select(n => 0.3f * (float)kick((double)n / Rate))], k * apart);
            if (k % 2 == 1)
                song.Add(Synthetic.Burst(k, 0.4), k * apart);
        }

        (int, int)[] playings = [.. Enumerable.Range(0, 8).Select(k => (k * apart, apart))];
        Assert.Equal(["kick"], RowOrder.Arrange(new Sound(song, Rate), [playings]).Names);
    }

    [Fact]
    public void Probabilities_add_up_to_1()
    {
        double[] likely = SoundKindModel.Of(new float[SoundTraits.Count]);
        Assert.Equal(Enum.GetValues<SoundKind>().Length, likely.Length);
        Assert.Equal(1, likely.Sum(), 1e-12);
    }

    [Fact]
    public void The_wrong_number_of_traits_is_refused() =>
        Assert.Contains("not 3", Assert.Throws<ArgumentException>(() => SoundKindModel.Of(new float[3])).Message, StringComparison.Ordinal);

    private static string Name(Func<double, double> sound, double seconds)
    {
        int length = (int)(seconds * Rate);
        var song = new float[length + Rate];
        for (int n = 0; n < length; n++)
            song[(Rate / 2) + n] = 0.3f * (float)sound((double)n / Rate);
        return RowOrder.Arrange(new Sound(song, Rate), [[(Rate / 2, length)]]).Names[0];
    }

    /// <summary>A sine that falls from one frequency to another: its phase is the integral.</summary>
    private static Func<double, double> Falling(double endHz, double startHz, double fallSeconds, double decaySeconds) => t =>
    {
        double turns = endHz * t + (startHz - endHz) * fallSeconds * (1 - Math.Exp(-t / fallSeconds));
        return Math.Exp(-t / decaySeconds) * Math.Sin(Tau * turns);
    };

    private static Func<double, double> HighNoise(double decaySeconds)
    {
        var random = new Random(7);
        double one = 0, two = 0;
        return t =>
        {
            // The second difference of white noise: 12 dB an octave.
            double now = 2 * random.NextDouble() - 1, bent = now - 2 * one + two;
            (two, one) = (one, now);
            return 0.25 * Math.Exp(-t / decaySeconds) * bent;
        };
    }

    private static Func<double, double> Saw(double hz, int partials, double decaySeconds) =>
        t => Math.Exp(-t / decaySeconds) * 0.6 * Enumerable.Range(1, partials).Sum(k => Math.Sin(Tau * hz * k * t) / k);

    private static Func<double, double> Bell(double hz) =>
        t => 0.4 * (Math.Exp(-t / 0.5) * Math.Sin(Tau * hz * t) + 0.5 * Math.Exp(-t / 0.3) * Math.Sin(Tau * 2.76 * hz * t)
            + 0.3 * Math.Exp(-t / 0.15) * Math.Sin(Tau * 5.4 * hz * t));

    private static Func<double, double> Pluck(double hz) =>
        t => 0.5 * Enumerable.Range(1, 8).Sum(k => Math.Exp(-t * (2 + 2 * k)) * Math.Sin(Tau * hz * k * t) / k);
}
