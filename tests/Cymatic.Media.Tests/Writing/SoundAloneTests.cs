namespace Cymatic.Media.Tests;

public sealed class SoundAloneTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    [InlineData("a.mp3")]
    [InlineData("a.m4a")]
    [InlineData("a.opus")]
    public void A_clips_sound_is_written_as_long_as_its_pictures(string name)
    {
        Clip clip = new(TestClips.Moving(16, 16, 1.5), AudioClip.From(TestSounds.Sine(4)));
        WrittenMovie written = VideoFile.Write(_folder[name], clip);
        Assert.Equal(0, written.Frames);
        Assert.InRange(AudioFile.Read(_folder[name]).Duration, 1.49, 1.56);
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    public void Memory_does_not_grow_with_the_length(string name)
    {
        AudioClip hour = AudioClip.From(8000, 1800, t => 0);
        VideoFile.Write(_folder["warm" + name], new Clip(null, AudioClip.From(8000, 1, t => 0)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        VideoFile.Write(_folder[name], new Clip(null, hour));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 3_000_000);
    }

    [Fact]
    public void A_clip_without_sound_is_refused() =>
        Assert.Throws<ArgumentException>(() => VideoFile.Write(_folder["a.wav"], new Clip(TestClips.Moving(8, 8, 1))));

    [Fact]
    public void A_sound_without_end_is_refused() =>
        Assert.Throws<ArgumentException>(
            () => VideoFile.Write(_folder["a.wav"], new Clip(null, AudioClip.From(8000, double.PositiveInfinity, t => 0))));

    [Fact]
    public void What_a_sound_throws_passes_through_and_leaves_nothing()
    {
        AudioClip failing = AudioClip.From(8000, 100, t => t > 50 ? throw new IOException("drawn") : 0);
        Assert.Equal("drawn", Assert.Throws<IOException>(() => VideoFile.Write(_folder["a.mp3"], new Clip(null, failing))).Message);
        Assert.Empty(_folder.Names);
    }
}
