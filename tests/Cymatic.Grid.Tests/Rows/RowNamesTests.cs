using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class RowNamesTests
{
    [Fact]
    public void A_tone_has_the_name_of_its_note() => Assert.Equal(["tone A2"], Names(Print(500, -30, -2, 110.4)));

    [Fact]
    public void A_short_tone_is_a_pluck() => Assert.Equal(["pluck C#5"], Names(Print(900, -30, -20, 554)));

    [Fact]
    public void A_low_tone_that_is_short_is_a_thump() => Assert.Equal(["low thump"], Names(Print(60, -30, -20, 48)));

    [Fact]
    public void A_bass_note_is_heard_by_its_overtones() => Assert.Equal(["tone G1"], Names(Print(400, -30, -2, 49)));

    [Fact]
    public void What_plays_with_a_sound_now_and_then_does_not_name_it()
    {
        const int rate = Synthetic.Rate, apart = rate / 2;
        float[] tone =
        [
            .. Enumerable.Range(0, apart).Select(n => 0.3f * MathF.Exp(-3f * n / apart) * MathF.Sin(2 * MathF.PI * 220 * n / rate)),
        ];
        var song = new float[8 * apart];
        for (int k = 0; k < 8; k++)
        {
            song.Add(tone, k * apart);
            if (k % 2 == 1)
                song.Add(Synthetic.Burst(k, 0.4), k * apart);
        }

        (int, int)[] playings = [.. Enumerable.Range(0, 8).Select(k => (k * apart, apart))];
        Assert.Equal(["tone A3"], RowOrder.Arrange(new Sound(song, rate), [playings]).Names);
    }

    [Fact]
    public void Short_high_noise_is_a_tick() => Assert.Equal(["high tick"], Names(Print(9000, -2, -25, null)));

    [Fact]
    public void Only_names_that_come_twice_have_numbers() =>
        Assert.Equal(
            ["high tick 1", "low boom", "high tick 2"],
            Names(Print(9000, -2, -25, null), Print(90, -20, 0, null), Print(9000, -2, -25, null)));

    private static string[] Names(params SoundFingerprint[] sounds) => RowNames.For(sounds, [.. Enumerable.Range(0, sounds.Length)]);

    private static SoundFingerprint Print(double centroidHz, double flatnessDb, float tailDb, double? pitchHz) => new()
    {
        Patch = [],
        Octaves = [],
        Envelope = [0, 0, 0, 0, 0, tailDb, tailDb, tailDb],
        CentroidHz = centroidHz,
        FlatnessDb = flatnessDb,
        PitchHz = pitchHz,
    };
}
