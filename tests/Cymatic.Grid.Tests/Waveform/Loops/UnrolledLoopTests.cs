using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class UnrolledLoopTests
{
    private const int Period = 9_000;

    [Fact]
    public void A_part_is_the_same_as_the_part_of_the_whole()
    {
        (Sound song, UnrolledLoop loop) = Pausing();
        ReadOnlySpan<float> whole = loop.ToSound(song)[0];
        var part = new float[20_011];
        loop.Render(0, 23_457, part);
        Assert.Equal(whole.Slice(23_457, part.Length).ToArray(), part);
    }

    [Fact]
    public void Where_the_song_holds_the_loop_it_is_the_loop()
    {
        (Sound song, UnrolledLoop loop) = Pausing();
        Assert.Equal(song[0][..20_000].ToArray(), loop.ToSound(song)[0][..20_000].ToArray());
    }

    [Fact]
    public void Where_the_song_pauses_it_is_silent()
    {
        (Sound song, UnrolledLoop loop) = Pausing();
        Assert.Equal(0, Synthetic.Energy(loop.ToSound(song)[0][60_000..80_000]));
    }

    // Two seconds of a loop, two of silence, two of the loop.
    private static (Sound Song, UnrolledLoop Loop) Pausing()
    {
        float[] one = Synthetic.Noise(1, Period);
        float[] samples = [.. Enumerable.Range(0, 6 * Synthetic.Rate).Select(n => n / (2 * Synthetic.Rate) == 1 ? 0 : one[n % Period])];
        var song = new Sound(samples, Synthetic.Rate);
        return (song, new UnrolledLoop(song, [one], Period));
    }
}
