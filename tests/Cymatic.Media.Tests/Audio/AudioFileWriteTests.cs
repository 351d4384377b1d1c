using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public sealed class AudioFileWriteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(SampleFormat.Pcm16, 0.5f / 32768)]
    [InlineData(SampleFormat.Pcm24, 0.5f / 8388608 + 6e-8f)]
    public void Flac_keeps_every_bit(SampleFormat format, float tolerance)
    {
        Sound sound = TestSounds.Noise(50_001, 2, 48000);
        AudioFile.Write(_folder["a.flac"], sound, new AudioWriteOptions { Format = format });
        Assert.True(TestSounds.LargestDifference(sound, AudioFile.Read(_folder["a.flac"])) <= tolerance);
    }

    [Theory]
    [InlineData("a.mp3", "mp3")]
    [InlineData("a.m4a", "aac")]
    [InlineData("a.aac", "aac")]
    [InlineData("a.opus", "opus")]
    [InlineData("a.OGG", "vorbis")]
    [InlineData("a.flac", "flac")]
    [InlineData("a.wav", "pcm_s16le")]
    public void The_extension_chooses_the_encoder(string name, string codec)
    {
        AudioFile.Write(_folder[name], TestSounds.Sine(0.3));
        Assert.Equal(codec, TemporaryFolder.Probe(_folder[name], "stream=codec_name"));
        Assert.Equal([name], _folder.Names);
    }

    [Theory]
    [InlineData("a.mp3", 1, 1)]
    [InlineData("a.opus", 1, 2)]
    [InlineData("a.m4a", 384000, 1)]
    [InlineData("a.mp3", 384000, 2)]
    [InlineData("a.m4a", 44100, 7)]
    [InlineData("a.opus", 44100, 7)]
    [InlineData("a.flac", 1, 1)]
    [InlineData("a.flac", 384000, 7)]
    [InlineData("a.wav", 1, 7)]
    public void Rates_and_channels_that_a_format_has_not_got_are_converted(string name, int sampleRate, int channels)
    {
        AudioFile.Write(_folder[name], TestSounds.Noise(3 * sampleRate, channels, sampleRate));
        Assert.InRange(AudioFile.Read(_folder[name]).Duration, 2.99, 3.2);
    }

    [Fact]
    public void What_lies_beyond_full_scale_is_clipped()
    {
        AudioFile.Write(_folder["a.wav"], new Sound([-3f, -1f, 0f, 1f, 3f], 8000));
        Assert.Equal([-1f, -1f, 0f, 32767f / 32768, 32767f / 32768], AudioFile.Read(_folder["a.wav"])[0].ToArray());
    }

    [Fact]
    public void The_same_sound_gives_the_same_bytes()
    {
        foreach (string extension in new[] { "wav", "flac", "mp3", "m4a", "ogg", "opus" })
        {
            AudioFile.Write(_folder["a." + extension], TestSounds.Sine(0.5));
            AudioFile.Write(_folder["b." + extension], TestSounds.Sine(0.5));
            Assert.Equal(File.ReadAllBytes(_folder["a." + extension]), File.ReadAllBytes(_folder["b." + extension]));
        }
    }

    [Fact]
    public void An_unknown_extension_is_refused_with_the_known_ones()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() => AudioFile.Write(_folder["a.xyz"], TestSounds.Sine(0.1)));
        Assert.Contains(".wav, .flac, .mp3", e.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Flac_of_floating_point_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            AudioFile.Write(_folder["a.flac"], TestSounds.Sine(0.1), new AudioWriteOptions { Format = SampleFormat.FloatingPoint }));
}
