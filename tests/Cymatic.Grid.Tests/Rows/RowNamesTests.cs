namespace Cymatic.Grid.Tests;

public sealed class RowNamesTests
{
    [Fact]
    public void A_tone_has_the_name_of_its_note() => Assert.Equal(["tone A2"], Names(Sound(500, -30, -2, 110.4)));

    [Fact]
    public void A_short_tone_is_a_pluck() => Assert.Equal(["pluck C#5"], Names(Sound(900, -30, -20, 554)));

    [Fact]
    public void A_low_tone_that_is_short_is_a_thump() => Assert.Equal(["low thump"], Names(Sound(60, -30, -20, 48)));

    [Fact]
    public void Short_high_noise_is_a_tick() => Assert.Equal(["high tick"], Names(Sound(9000, -2, -25, null)));

    [Fact]
    public void Only_names_that_come_twice_have_numbers() =>
        Assert.Equal(["high tick 1", "low boom", "high tick 2"], Names(Sound(9000, -2, -25, null), Sound(90, -20, 0, null), Sound(9000, -2, -25, null)));

    private static string[] Names(params SoundFingerprint[] sounds) => RowNames.For(sounds, [.. Enumerable.Range(0, sounds.Length)]);

    private static SoundFingerprint Sound(double centroidHz, double flatnessDb, float tailDb, double? pitchHz) => new()
    {
        Patch = [],
        Octaves = [],
        Envelope = [0, 0, 0, 0, 0, tailDb, tailDb, tailDb],
        CentroidHz = centroidHz,
        FlatnessDb = flatnessDb,
        PitchHz = pitchHz,
    };
}
