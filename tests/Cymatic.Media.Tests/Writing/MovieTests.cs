using System.Globalization;
using System.Text;
using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public sealed class MovieTests : IDisposable
{
    private static readonly VideoWriteOptions Fast = new() { Preset = EncoderPreset.Ultrafast };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp4", "h264,aac")]
    [InlineData("a.webm", "vp9,opus")]
    [InlineData("a.gif", "gif")]
    public void The_extension_chooses_the_encoders(string name, string codecs)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(64, 48, 0.5), AudioClip.From(TestSounds.Sine(0.5))), Fast);
        Assert.Equal(codecs, TemporaryFolder.Probe(_folder[name], "stream=codec_name").ReplaceLineEndings(","));
        Assert.Equal([name], _folder.Names);
    }

    [Theory]
    [InlineData("a.mp4", 30000, 1001, 1.7)]
    [InlineData("a.webm", 24, 1, 0.51)]
    [InlineData("a.gif", 25, 1, 0.9)]
    [InlineData("a.gif", 30, 1, 0.4)]
    [InlineData("a.mp4", 60, 1, 0.001)]
    public void There_are_as_many_frames_as_begin_before_the_end(string name, int num, int den, double duration)
    {
        FrameRate rate = new(num, den);
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(64, 48, duration)), Fast with { FrameRate = rate });
        string frames = TemporaryFolder.Run(
            "ffprobe", "-v", "error", "-count_frames", "-of", "default=nw=1:nk=1", "-show_entries", "stream=nb_read_frames", _folder[name]);
        Assert.Equal(rate.FramesIn(duration), long.Parse(frames, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.webm")]
    public void Pictures_are_tagged_bt709_and_yuv420p(string name)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(64, 48, 0.2)), Fast);
        Assert.Equal(
            "yuv420p,tv,bt709,bt709,bt709",
            TemporaryFolder.Probe(_folder[name], "stream=pix_fmt,color_range,color_space,color_transfer,color_primaries")
            .ReplaceLineEndings(","));
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.webm")]
    [InlineData("a.mkv")]
    public void The_first_picture_and_the_first_sample_are_shown_at_once(string name)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(64, 48, 0.5), AudioClip.From(TestSounds.Sine(0.5))), Fast);
        string starts = TemporaryFolder.Run(
            "ffprobe", "-v", "error", "-select_streams", "v", "-read_intervals", "%+#1", "-of", "default=nw=1:nk=1", "-show_entries",
            "packet=pts_time", _folder[name]);
        Assert.Equal(0, double.Parse(starts.Split('\n')[0], CultureInfo.InvariantCulture), 1e-3);
    }

    [Fact]
    public void An_mp4_starts_with_its_index()
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(64, 48, 1)), Fast);
        string text = Encoding.Latin1.GetString(File.ReadAllBytes(_folder["a.mp4"]));
        Assert.InRange(text.IndexOf("moov", StringComparison.Ordinal), 0, text.IndexOf("mdat", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 47)]
    public void Odd_sides_are_padded_to_even(int width, int height)
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(width, height, 0.2)), Fast);
        Assert.Equal($"{width + 1},{height + 1}", TemporaryFolder.Probe(_folder["a.mp4"], "stream=width,height").ReplaceLineEndings(","));
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.webm")]
    [InlineData("a.gif")]
    public void Colours_survive(string name)
    {
        uint[] colours = [0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0x808080, 0xFFFFFF, 0x3C78B4];
        VideoFile.Write(_folder[name], new Clip(TestClips.Colours(64, 64, 7, t => colours[(int)t])),
            Fast with { FrameRate = new FrameRate(5), Crf = 10 });
        byte[] rgb = Decode(_folder[name], "rgb24");
        int frame = 64 * 64 * 3;
        for (int i = 0; i < 7; i++)
        {
            for (int c = 0; c < 3; c++)
                Assert.InRange(rgb[(5 * i + 2) * frame + (64 * 32 + 32) * 3 + c] - (int)(colours[i] >> 16 - 8 * c & 255), -4, 4);
        }
    }

    [Theory]
    [InlineData("a.mp4", 30000, 1001, 44100)]
    [InlineData("a.mp4", 24, 1, 48000)]
    [InlineData("a.webm", 25, 1, 44100)]
    public void Flash_and_click_are_apart_by_less_than_half_a_frame(string name, int num, int den, int sampleRate)
    {
        FrameRate rate = new(num, den);
        const int Seconds = 30;
        VideoFile.Write(_folder[name], TestClips.FlashAndClick(Seconds, rate, sampleRate), Fast with { FrameRate = rate });
        double[] flashes = Flashes(_folder[name], rate), clicks = Clicks(AudioFile.Read(_folder[name]));
        Assert.Equal((Seconds, Seconds), (flashes.Length, clicks.Length));
        double half = 0.5 * den / num;
        for (int i = 0; i < Seconds; i++)
        {
            Assert.InRange(clicks[i] - i, -0.002, 0.002);
            Assert.InRange(flashes[i] - clicks[i], -0.002, 2 * half); // frames are not on the second; the first frame after it flashes
        }
    }

    [Fact]
    public void At_the_end_of_five_minutes_at_an_odd_rate_flash_and_click_are_still_together()
    {
        FrameRate rate = FrameRate.FromDouble(27.5642);
        const int Seconds = 300;
        VideoFile.Write(_folder["a.mp4"], TestClips.FlashAndClick(Seconds, rate, 44100), Fast with { FrameRate = rate });
        double flash = Flashes(_folder["a.mp4"], rate)[^1], click = Clicks(AudioFile.Read(_folder["a.mp4"]))[^1];
        Assert.InRange(click - (Seconds - 1), -0.002, 0.002);
        Assert.InRange(flash - click, -0.002, rate.TimeOf(1));
    }

    [Theory]
    [InlineData("a.mp4", 0.02)]
    [InlineData("a.mkv", 0.02)]
    [InlineData("a.webm", 0.02)]
    public void A_sound_ends_where_it_ends_without_a_click_or_a_repeat(string name, double loudest)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(32, 32, 1.7), AudioClip.From(TestSounds.Sine(1.5))), Fast);
        Sound sound = AudioFile.Read(_folder[name]);
        int end = (int)(1.51 * sound.SampleRate);
        Assert.InRange(sound.Duration, 1.69, 1.8);
        Assert.InRange(sound[0][end..].ToArray().Max(Math.Abs), 0, loudest);
        float[] before = sound[0][..(int)(1.49 * sound.SampleRate)].ToArray();
        double step = 0.5 * 2 * Math.PI * 440 / sound.SampleRate;
        Assert.InRange(before.Zip(before.Skip(1), (a, b) => Math.Abs(a - b)).Max(), step * 0.9, step * 1.2);
    }

    [Theory]
    [InlineData("a.mp4", 64, 48)]
    [InlineData("a.mp4", 33, 47)]
    [InlineData("a.mp4", 640, 360)]
    [InlineData("a.mp4", 1280, 720)]
    [InlineData("a.webm", 720, 576)]
    [InlineData("a.mov", 1280, 720)]
    public void Every_size_is_tagged_bt709(string name, int width, int height)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(width, height, 0.1)), Fast);
        Assert.Equal(
            "tv,bt709,bt709,bt709",
            TemporaryFolder.Probe(_folder[name], "stream=color_range,color_space,color_transfer,color_primaries").ReplaceLineEndings(","));
    }

    [Theory]
    [InlineData("a.mp4", 384000, 2)]
    [InlineData("a.mp4", 44100, 7)]
    [InlineData("a.mp4", 1, 1)]
    [InlineData("a.webm", 44100, 7)]
    [InlineData("a.webm", 96000, 1)]
    public void Any_sound_goes_into_a_movie(string name, int sampleRate, int channels)
    {
        Sound sound = TestSounds.Noise(sampleRate * 2, channels, sampleRate);
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(32, 32, 2), AudioClip.From(sound)), Fast);
        Assert.InRange(AudioFile.Read(_folder[name]).Duration, 1.95, 2.2);
    }

    [Fact]
    public void Sound_lasts_as_long_as_the_frames()
    {
        foreach (double seconds in new[] { 0.3, 5.0 })
        {
            VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(32, 32, 2), AudioClip.From(TestSounds.Sine(seconds))), Fast);
            Assert.InRange(AudioFile.Read(_folder["a.mp4"]).Duration, 1.99, 2.05);
        }
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.webm")]
    [InlineData("a.gif")]
    [InlineData("a.mov")]
    [InlineData("a.apng")]
    [InlineData("a.webp")]
    public void The_bytes_do_not_depend_on_the_number_of_threads(string name)
    {
        Clip clip = new(TestClips.Moving(96, 64, 1.5), AudioClip.From(TestSounds.Sine(1.5)));
        byte[][] files = [.. new[] { 1, 2, 7 }.Select(threads =>
        {
            VideoFile.Write(_folder[name], clip, Fast with { RenderThreads = threads });
            return File.ReadAllBytes(_folder[name]);
        })];
        Assert.All(files, file => Assert.Equal(files[0], file));
    }

    [Fact]
    public void A_gif_drawn_twice_has_the_bytes_of_one_drawn_once()
    {
        Movie movie = MoviePlan.Make(new Clip(TestClips.Moving(96, 64, 1)), MovieContainer.For("a.gif"), Fast);
        using (AtomicFile once = new(_folder["once.gif"]), twice = new(_folder["twice.gif"]))
        {
            GifEncoder.WriteOnce(once, movie, Transparency.Dropped, default);
            GifEncoder.WriteTwice(twice, movie, Transparency.Dropped, default);
            once.Commit();
            twice.Commit();
        }

        Assert.Equal(File.ReadAllBytes(_folder["once.gif"]), File.ReadAllBytes(_folder["twice.gif"]));
        Assert.Equal(["once.gif", "twice.gif"], _folder.Names);
    }

    [Fact]
    public void Frames_are_drawn_at_their_exact_times_in_any_order_and_each_once()
    {
        List<double> times = [];
        VideoClip video = VideoClip.From(8, 8, 1, (t, frame) =>
        {
            frame.Row(0).Clear();
            lock (times)
                times.Add(t);
        });
        FrameRate rate = new(30000, 1001);
        VideoFile.Write(_folder["a.mp4"], new Clip(video), Fast with { FrameRate = rate });
        Assert.Equal(Enumerable.Range(0, 30).Select(n => rate.TimeOf(n)), times.Order());
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        List<double> parts = [];
        VideoFile.Write(
            _folder["a.gif"], new Clip(TestClips.Moving(16, 16, 1)), null, new Collector(parts), TestContext.Current.CancellationToken);
        Assert.Equal(parts.Order(), parts);
        Assert.Equal(1, parts[^1]);
    }

    [Theory]
    [InlineData("-y.mp4")]
    [InlineData("with space 'and' \"quotes\".webm")]
    [InlineData("frame%03d.gif")]
    [InlineData("http:x.mp4")]
    [InlineData("ünï→çødé 音.mp4")]
    public void Strange_names_are_only_names(string name)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(16, 16, 0.2)), Fast);
        Assert.Equal([name], _folder.Names);
    }

    [Fact]
    public void An_unknown_extension_is_refused_before_anything_is_drawn()
    {
        VideoClip video = VideoClip.From(8, 8, 1, (double _, Frame _) => Assert.Fail("drawn"));
        Assert.Contains(".webm", Assert.Throws<ArgumentException>(() => VideoFile.Write(_folder["a.avi"], new Clip(video))).Message,
            StringComparison.Ordinal);
    }

    private static byte[] Decode(string path, string pixels)
    {
        string raw = path + ".raw";
        TemporaryFolder.Ffmpeg("-i", path, "-fps_mode", "passthrough", "-sws_flags", "bicubic+accurate_rnd+full_chroma_int", "-pix_fmt",
            pixels, "-f", "rawvideo", raw);
        return File.ReadAllBytes(raw);
    }

    private static double[] Flashes(string path, FrameRate rate)
    {
        byte[] luma = Decode(path, "gray");
        int frame = 64 * 48;
        return [.. Enumerable.Range(0, luma.Length / frame).Where(n => luma[n * frame + frame / 2] > 128).Select(n => rate.TimeOf(n))];
    }

    private static double[] Clicks(Sound sound)
    {
        List<double> clicks = [];
        for (int n = 0; n < sound.Length; n++)
        {
            if (sound[0][n] > 0.3f && (clicks.Count == 0 || (double)n / sound.SampleRate - clicks[^1] > 0.5))
                clicks.Add((double)n / sound.SampleRate);
        }

        return [.. clicks];
    }

    private sealed class Collector(List<double> parts) : IProgress<double>
    {
        public void Report(double value) => parts.Add(value);
    }
}
