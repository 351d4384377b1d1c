using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public sealed class AudioFileReadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.flac", 44100, 2)]
    [InlineData("a.aiff", 44100, 7)]
    [InlineData("a.flac", 8000, 7)]
    [InlineData("a.aiff", 384000, 1)]
    [InlineData("a.mkv", 1, 1)]
    public void Rate_and_channels_of_a_file_are_kept(string name, int sampleRate, int channels)
    {
        Sound sound = TestSounds.Noise(Math.Max(5, sampleRate / 10), channels, sampleRate);
        AudioFile.Write(_folder["a.wav"], sound);
        string codec = name.EndsWith("flac") ? "flac" : name.EndsWith("mkv") ? "pcm_s16le" : "pcm_s16be";
        TemporaryFolder.Ffmpeg("-i", _folder["a.wav"], "-c:a", codec, _folder[name]);
        Assert.True(TestSounds.LargestDifference(sound, AudioFile.Read(_folder[name])) <= 0.5f / 32768 + 1e-7f);
    }

    [Fact]
    public void Samples_that_are_not_numbers_become_silence_and_are_counted()
    {
        float[] samples = [.. Enumerable.Repeat(0.25f, 1000)];
        (samples[3], samples[500], samples[999]) = (float.NaN, float.PositiveInfinity, float.NegativeInfinity);
        AudioFile.Write(_folder["nan.wav"], new Sound(samples, 44100), new AudioWriteOptions { Format = SampleFormat.FloatingPoint });
        AudioReading reading = AudioFile.ReadWithRemarks(_folder["nan.wav"]);
        Assert.Equal(997 * 0.25f, reading.Sound[0].ToArray().Sum());
        Assert.Equal("nan.wav: 3 samples are not a finite number and were replaced by silence.", Assert.Single(reading.Remarks));
    }

    [Fact]
    public void Mono_is_the_mean_of_the_channels()
    {
        Sound sound = TestSounds.Noise(100_000, 3);
        AudioFile.Write(_folder["a.wav"], sound, new AudioWriteOptions { Format = SampleFormat.FloatingPoint });
        TemporaryFolder.Ffmpeg("-i", _folder["a.wav"], "-c:a", "pcm_f32le", _folder["a.mkv"]);
        foreach (string name in new[] { "a.wav", "a.mkv" })
            Assert.True(
                TestSounds.LargestDifference(sound.ToMono(), AudioFile.Read(_folder[name], new AudioReadOptions { Mono = true })) < 1e-6f);
    }

    [Fact]
    public void A_truncated_mp3_gives_the_sound_that_is_there_and_a_remark()
    {
        AudioFile.Write(_folder["whole.mp3"], TestSounds.Sine(4));
        byte[] bytes = File.ReadAllBytes(_folder["whole.mp3"]);
        File.WriteAllBytes(_folder["cut.mp3"], bytes[..(bytes.Length / 2 + 37)]);
        AudioReading reading = AudioFile.ReadWithRemarks(_folder["cut.mp3"]);
        Assert.InRange(reading.Sound.Duration, 1.8, 2.2);
        Assert.NotEmpty(reading.Remarks);
    }

    [Theory]
    [InlineData("flac")]
    [InlineData("mp3")]
    [InlineData("m4a")]
    [InlineData("ogg")]
    [InlineData("opus")]
    public void A_whole_file_gets_no_remark(string extension)
    {
        AudioFile.Write(_folder["a." + extension], TestSounds.Sine(2.3));
        AudioReading reading = AudioFile.ReadWithRemarks(_folder["a." + extension]);
        Assert.Empty(reading.Remarks);
        Assert.InRange(reading.Sound.Duration, 2.29, 2.45);
    }

    [Fact]
    public void Text_is_no_media_file()
    {
        File.WriteAllText(_folder["song.mp3"], string.Concat(Enumerable.Repeat("This is not a song. ", 200)));
        UnreadableMediaException e = Assert.Throws<UnreadableMediaException>(() => AudioFile.Read(_folder["song.mp3"]));
        Assert.StartsWith("song.mp3 is not a media file", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_video_without_sound_says_so()
    {
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "testsrc=d=0.2:s=64x64", "-pix_fmt", "yuv420p", _folder["silent.mp4"]);
        UnreadableMediaException e = Assert.Throws<UnreadableMediaException>(() => AudioFile.Read(_folder["silent.mp4"]));
        Assert.Equal("silent.mp4 holds no sound, only video (h264).", e.Message);
    }

    [Fact]
    public void An_empty_file_says_so()
    {
        File.WriteAllBytes(_folder["empty.flac"], []);
        Assert.Equal(
            "empty.flac is empty (0 bytes).", Assert.Throws<UnreadableMediaException>(() => AudioFile.Read(_folder["empty.flac"])).Message);
    }

    [Fact]
    public void A_folder_is_no_file() =>
        Assert.Contains(
            "is a folder", Assert.Throws<UnreadableMediaException>(() => AudioFile.Read(_folder.Root)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.flac", Assert.Throws<FileNotFoundException>(() => AudioFile.Read(_folder["nowhere.flac"])).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("-y.flac")]
    [InlineData("with space 'and' \"quotes\".flac")]
    [InlineData("frame%03d.flac")]
    [InlineData("http://x.flac")]
    [InlineData("C:song.flac")]
    [InlineData("pipe:0.flac")]
    [InlineData("ünï→çødé 音.flac")]
    [InlineData("a|b;$(c)&.flac")]
    [InlineData("[x]*?{1,2}.flac")]
    [InlineData("-i.wav")]
    [InlineData("\\back\nline.mp3")]
    public void Strange_names_are_only_names(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[name])!);
        Sound sound = TestSounds.Sine(0.5);
        AudioFile.Write(_folder[name], sound);
        Assert.InRange(AudioFile.Read(_folder[name]).Duration, 0.49, 0.6);
    }
}
