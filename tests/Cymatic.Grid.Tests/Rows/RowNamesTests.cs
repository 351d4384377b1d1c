namespace Cymatic.Grid.Tests;

public sealed class RowNamesTests
{
    [Fact]
    public void A_likely_kick_is_a_kick() => Assert.Equal("kick", Name(Print(), (SoundKind.Kick, 0.7)));

    [Fact]
    public void A_pluck_has_its_note() => Assert.Equal("pluck C#5", Name(Print(pitchHz: 554), (SoundKind.Pluck, 0.9)));

    [Fact]
    public void A_bass_without_a_clear_pitch_is_a_sound() => Assert.Equal("mid sound", Name(Print(), (SoundKind.Bass, 0.9)));

    [Theory]
    [InlineData(0.8, "tom")]
    [InlineData(0.7, "mid sound")]
    public void A_tom_has_to_be_surer_than_others(double likely, string name) => Assert.Equal(name, Name(Print(), (SoundKind.Tom, likely)));

    [Fact]
    public void A_snare_that_could_be_a_clap_is_a_snare() =>
        Assert.Equal("snare", Name(Print(), (SoundKind.Snare, 0.4), (SoundKind.Clap, 0.3)));

    [Fact]
    public void A_hat_that_may_be_open_or_closed_is_a_hat() =>
        Assert.Equal("hat", Name(Print(), (SoundKind.ClosedHat, 0.4), (SoundKind.OpenHat, 0.3)));

    [Fact]
    public void A_pitch_of_an_unclear_instrument_is_a_note() =>
        Assert.Equal("note A2", Name(Print(pitchHz: 110.4), (SoundKind.Pluck, 0.35), (SoundKind.Bell, 0.3)));

    [Theory]
    [InlineData(100, -20, -2, "low sound")]
    [InlineData(500, -3, -2, "mid noise")]
    [InlineData(2000, -20, -25, "bright hit")]
    [InlineData(9000, -3, -25, "high hit")]
    public void What_is_unclear_is_named_by_what_can_be_measured(double centroidHz, double flatnessDb, float tailDb, string name) =>
        Assert.Equal(name, Name(Print(centroidHz, flatnessDb, tailDb), (SoundKind.Snare, 0.3), (SoundKind.Tone, 0.3)));

    [Theory]
    [InlineData("low tom", "high tom", 100, 120)]
    [InlineData("tom 1", "tom 2", 100, 110)]
    public void Two_toms_are_low_and_high_when_they_clearly_differ(string first, string second, double hz, double otherHz) =>
        Assert.Equal([first, second], RowNames.Unique(["tom", "tom"], [Print(hz), Print(otherHz)], [0, 1]));

    [Fact]
    public void Three_toms_are_low_and_mid_and_high() =>
        Assert.Equal(
            ["high tom", "low tom", "mid tom"],
            RowNames.Unique(["tom", "tom", "tom"], [Print(300), Print(100), Print(150)], [0, 1, 2]));

    [Fact]
    public void Only_names_that_come_twice_have_numbers() =>
        Assert.Equal(
            ["snare 2", "kick", "snare 1"], RowNames.Unique(["snare", "kick", "snare"], [Print(), Print(), Print()], [2, 1, 0]));

    private static string Name(SoundFingerprint sound, params (SoundKind Kind, double Probability)[] likely)
    {
        var all = new double[Enum.GetValues<SoundKind>().Length];
        Array.Fill(all, (1 - likely.Sum(one => one.Probability)) / (all.Length - likely.Length));
        foreach ((SoundKind kind, double probability) in likely)
            all[(int)kind] = probability;
        return RowNames.Of(all, sound);
    }

    private static SoundFingerprint Print(
        double centroidHz = 500, double flatnessDb = -20, float tailDb = -2, double? pitchHz = null) => new()
        {
            Patch = [],
            Octaves = [],
            Envelope = [0, 0, 0, 0, 0, tailDb, tailDb, tailDb],
            CentroidHz = centroidHz,
            FlatnessDb = flatnessDb,
            PitchHz = pitchHz,
            Traits = [],
        };
}
