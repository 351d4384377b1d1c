namespace Cymatic.Signal.Tests;

public sealed class SoundTests
{
    private static readonly Sound s_song = new([[0, 1, 2, 3], [4, 5, 6, 7]], 10);

    [Fact]
    public void A_part_holds_the_samples_from_its_start()
    {
        Sound part = s_song.Part(1, 2);
        Assert.Equal([1f, 2f], part[0]);
        Assert.Equal([5f, 6f], part[1]);
    }

    [Fact]
    public void A_part_is_not_copied() => Assert.True(s_song.Part(1, 2)[0].Overlaps(s_song[0]));

    [Fact]
    public void A_slice_is_copied() => Assert.False(s_song.Slice(1, 2)[0].Overlaps(s_song[0]));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 5)]
    [InlineData(4, 1)]
    [InlineData(2, -1)]
    public void A_part_lies_in_the_sound(int start, int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => s_song.Part(start, length));
}
