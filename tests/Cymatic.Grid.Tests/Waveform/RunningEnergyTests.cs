namespace Cymatic.Grid.Tests;

public sealed class RunningEnergyTests
{
    [Theory]
    [InlineData(0, 3200)]
    [InlineData(6400, 32)]
    [InlineData(-500, 20_000)]
    [InlineData(9000, 5000)]
    public void A_windows_energy_is_the_songs(int start, int length)
    {
        WhitenedSong song = Synthetic.Noise(1, 10_000).Whitened();
        double energy = new RunningEnergy(song).Of(start, length);
        // A window's ends fall inside cells of up to 32 samples, whose energy counts as even: noise is even to a tenth of a short window.
        double share = length < 100 ? 0.1 : 0.01;
        Assert.Equal(song.Energy(start, length), energy, share * song.Energy(start, length) + 0.1);
    }

    [Fact]
    public void It_stays_when_the_song_changes()
    {
        WhitenedSong song = Synthetic.Noise(2, 10_000).Whitened();
        var energy = new RunningEnergy(song);
        double before = energy.Of(3200, 640);
        song.Window(0, 0, song.Length).Clear();
        Assert.True(before > 1);
        Assert.Equal(before, energy.Of(3200, 640));
    }
}
