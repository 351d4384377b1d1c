using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public sealed class FileSoundTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        DecoderPool.CloseIdle();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    [InlineData("a.m4a")]
    [InlineData("a.ogg")]
    [InlineData("a.mp3")]
    [InlineData("a.mkv")]
    [InlineData("a.webm")]
    public void Any_samples_in_any_order_are_those_of_the_whole_sound(string name)
    {
        AudioFile.Write(_folder["noise.wav"], TestSounds.Noise(100_000));
        string[] codec = name == "a.mkv" ? ["-c:a", "flac"] : [];
        TemporaryFolder.Ffmpeg(["-i", _folder["noise.wav"], "-ac", "2", .. codec, _folder[name]]);
        Sound whole = AudioFile.Read(_folder[name]);
        AudioFileClip clip = AudioClip.FromFile(_folder[name]);
        Assert.Equal((whole.SampleRate, whole.Channels), (clip.SampleRate, clip.Channels));
        Assert.InRange(clip.Length, whole.Length - 1024, whole.Length + clip.SampleRate / 500);
        var random = new Random(3);
        for (int i = 0; i < 50; i++)
        {
            int first = random.Next(whole.Length - 2000);
            Assert.Equal(Interleaved(whole, first, 1000), Samples(clip, first, 1000));
        }
    }

    [Fact]
    public void Before_the_first_sample_and_after_the_last_there_is_silence()
    {
        AudioFile.Write(_folder["a.wav"], new Sound([.. Enumerable.Repeat(0.5f, 100)], 8000));
        AudioFileClip clip = AudioClip.FromFile(_folder["a.wav"]);
        Assert.Equal(100, clip.Length);
        Assert.Equal([.. new float[3], .. Enumerable.Repeat(0.5f, 100), .. new float[2]], Samples(clip, -3, 105));
        Assert.Equal(new float[10], Samples(clip, long.MaxValue - 10, 10));
        Assert.Equal(new float[10], Samples(clip, long.MinValue, 10));
    }

    [Theory]
    [InlineData("a.mp4", "-c:a aac")]
    [InlineData("a.mkv", "-c:a flac")]
    [InlineData("a.mkv", "-c:a libopus")]
    [InlineData("a.ts", "-c:a mp2")]
    public void A_sound_that_begins_later_than_the_picture_begins_with_silence(string name, string codec)
    {
        string[] inputs = ["-f", "lavfi", "-i", "testsrc2=s=32x32:d=2", "-itsoffset", "0.5", "-f", "lavfi", "-i", "sine=frequency=441:d=1"];
        TemporaryFolder.Ffmpeg([.. inputs, "-c:v", "mpeg4", .. codec.Split(' '), _folder[name]]);
        float[] wave = Mono(AudioClip.FromFile(_folder[name]));
        int rate = AudioClip.FromFile(_folder[name]).SampleRate, begin = Array.FindIndex(wave, sample => Math.Abs(sample) > 0.02f);
        Assert.InRange(begin / (double)rate, 0.48, 0.505);
    }

    [Fact]
    public void Pictures_and_sound_of_a_movie_stay_together()
    {
        FrameRate rate = new(30000, 1001);
        VideoFile.Write(_folder["a.mp4"], TestClips.FlashAndClick(3, rate, 44100), new() { FrameRate = rate });
        Clip clip = Clip.FromFile(_folder["a.mp4"]);
        float[] wave = Mono(clip.Audio!);
        int click = Array.FindIndex(wave, 44100, sample => Math.Abs(sample) > 0.3f);
        var video = (VideoFileClip)clip.Video!;
        double flash = Enumerable.Range(20, 25).Select(n => (video.TimeOf(n), TestMovies.SumAt(video, n)))
            .First(frame => frame.Item2 != TestMovies.SumAt(video, 20)).Item1;
        Assert.InRange(click / 44100.0 - flash, -0.017, 0.017);
    }

    [Fact]
    public void A_movie_without_sound_says_so()
    {
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "testsrc2=s=32x32:d=1", _folder["a.mp4"]);
        Assert.Equal(
            "a.mp4 holds no sound, only video (h264).",
            Assert.Throws<UnreadableMediaException>(() => AudioClip.FromFile(_folder["a.mp4"])).Message);
        Assert.Null(Clip.FromFile(_folder["a.mp4"]).Audio);
    }

    [Fact]
    public void A_sound_without_pictures_says_so()
    {
        AudioFile.Write(_folder["a.flac"], TestSounds.Sine(1));
        Assert.Equal(
            "a.flac holds no pictures, only audio (flac).",
            Assert.Throws<UnreadableMediaException>(() => VideoClip.FromFile(_folder["a.flac"])).Message);
        Assert.Null(Clip.FromFile(_folder["a.flac"]).Video);
    }

    private static float[] Mono(AudioClip clip)
    {
        float[] samples = Samples(clip, 0, (int)clip.Length);
        return [.. Enumerable.Range(0, (int)clip.Length).Select(n => samples[n * clip.Channels])];
    }

    private static float[] Samples(AudioClip clip, long first, int count)
    {
        var samples = new float[count * clip.Channels];
        clip.Render(first, samples);
        return samples;
    }

    private static float[] Interleaved(Sound sound, int first, int count) =>
        [.. Enumerable.Range(0, count * sound.Channels).Select(i => sound[i % sound.Channels][first + i / sound.Channels])];
}
