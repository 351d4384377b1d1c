using System.Globalization;
using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class WriteOptionsTests : IDisposable
{
    private static readonly VideoWriteOptions Fast = new() { Preset = EncoderPreset.Ultrafast };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp4", VideoCodec.H265, "hevc")]
    [InlineData("a.mkv", VideoCodec.Vp9, "vp9")]
    [InlineData("a.mov", VideoCodec.H264, "h264")]
    [InlineData("a.mov", null, "prores")]
    [InlineData("a.apng", null, "apng")]
    public void The_codec_can_be_chosen(string name, VideoCodec? codec, string expected)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(64, 48, 0.3)), Fast with { Codec = codec });
        Assert.Equal(expected, TemporaryFolder.Probe(_folder[name], "stream=codec_name"));
    }

    [Theory]
    [InlineData("a.mkv", AudioCodec.Flac, "flac")]
    [InlineData("a.mp4", AudioCodec.Opus, "opus")]
    [InlineData("a.mov", null, "pcm_s24le")]
    public void The_sounds_codec_can_be_chosen(string name, AudioCodec? codec, string expected)
    {
        Clip clip = new(TestClips.Moving(64, 48, 0.3), AudioClip.From(TestSounds.Sine(0.3)));
        VideoFile.Write(_folder[name], clip, Fast with { AudioCodec = codec, Codec = VideoCodec.H264 });
        Assert.Equal($"h264,{expected}", TemporaryFolder.Probe(_folder[name], "stream=codec_name").ReplaceLineEndings(","));
    }

    [Fact]
    public void A_codec_that_a_file_cannot_hold_is_refused()
    {
        ArgumentException e = Assert.Throws<ArgumentException>(() =>
            VideoFile.Write(_folder["a.webm"], new Clip(TestClips.Moving(8, 8, 1)), Fast with { Codec = VideoCodec.H264 }));
        Assert.Contains("Vp9, not H264", e.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Quality_and_bit_rate_exclude_each_other() => Assert.Throws<ArgumentException>(() =>
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(8, 8, 1)), Fast with { Crf = 20, BitRateKbps = 100 }));

    [Fact]
    public void A_bit_rate_bounds_the_size()
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(320, 240, 4)), Fast with { BitRateKbps = 200 });
        Assert.InRange(new FileInfo(_folder["a.mp4"]).Length, 50_000, 200_000);
    }

    [Fact]
    public void Frames_can_be_counted_out_and_the_last_stays()
    {
        List<double> times = [];
        VideoClip video = VideoClip.From(16, 16, 1, (double t, Frame frame) =>
        {
            frame.Fill(Color.Black);
            lock (times)
                times.Add(t);
        });
        WrittenMovie written = VideoFile.Write(
            _folder["a.mp4"], new Clip(video), Fast with { FrameRate = new FrameRate(10), FrameCount = 13 });
        Assert.Equal((13, "13"), (written.Frames, Frames("a.mp4")));
        Assert.Equal(4, times.Count(t => t == 0.9));
        Assert.Equal(0.9, times.Max());
    }

    [Fact]
    public void A_clip_without_end_needs_a_number_of_frames()
    {
        Clip clip = new(TestClips.Moving(16, 16, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => VideoFile.Write(_folder["a.mp4"], clip, Fast));
        VideoFile.Write(_folder["a.mp4"], clip, Fast with { FrameCount = 7 });
        Assert.Equal("7", Frames("a.mp4"));
    }

    [Theory]
    [InlineData(1000, 37)]
    [InlineData(137821, 5000)]
    [InlineData(24000, 1001)]
    public void Rates_stay_rationals_to_the_end(int num, int den)
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(16, 16, 3)), Fast with { FrameRate = new FrameRate(num, den) });
        Assert.Equal($"{num}/{den},{num}/{den}", TemporaryFolder.Probe(_folder["a.mp4"], "stream=r_frame_rate,avg_frame_rate")
            .ReplaceLineEndings(","));
    }

    [Fact]
    public void A_draft_is_half_as_large_and_slow()
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(130, 98, 1)), new VideoWriteOptions { Draft = true });
        Assert.Equal("66,50,15", TemporaryFolder.Probe(_folder["a.mp4"], "stream=width,height,nb_frames").ReplaceLineEndings(","));
    }

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.webm")]
    [InlineData("a.mp3")]
    [InlineData("a.flac")]
    public void Titles_are_kept(string name)
    {
        Clip clip = new(TestClips.Moving(16, 16, 0.3), AudioClip.From(TestSounds.Sine(0.3)));
        VideoFile.Write(
            _folder[name], clip, Fast with { Metadata = new Dictionary<string, string> { ["title"] = "it's = \"ü\"", ["artist"] = "me" } });
        string tags = TemporaryFolder.Run("ffprobe", "-v", "error", "-show_entries", "format_tags", _folder[name]);
        Assert.Contains("=it's = \"ü\"", tags, StringComparison.Ordinal);
        Assert.Contains("=me", tags, StringComparison.Ordinal);
    }

    [Fact]
    public void Metadata_names_are_checked() => Assert.Throws<ArgumentException>(() =>
        new VideoWriteOptions { Metadata = new Dictionary<string, string> { ["a=b"] = "c" } });

    [Fact]
    public void An_encoder_that_ffmpeg_has_not_got_is_named()
    {
        FfmpegException e = Assert.Throws<FfmpegException>(() =>
            VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(16, 16, 1)), Fast with { ExtraArguments = ["-c:v", "nonesuch"] }));
        Assert.Contains("This ffmpeg has no encoder 'nonesuch'", e.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void Extra_arguments_reach_ffmpeg()
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(64, 48, 0.3)), Fast with { ExtraArguments = ["-vf", "scale=32:24"] });
        Assert.Equal("32,24", TemporaryFolder.Probe(_folder["a.mp4"], "stream=width,height").ReplaceLineEndings(","));
    }

    [Fact]
    public void A_hardware_encoder_writes_a_movie_or_is_replaced_with_a_remark()
    {
        WrittenMovie written = VideoFile.Write(_folder["a.mp4"], new Clip(TestClips.Moving(320, 240, 0.3)), Fast with { Hardware = true });
        Assert.Equal("h264", TemporaryFolder.Probe(_folder["a.mp4"], "stream=codec_name"));
        Assert.Equal(
            written.Encoder == "libx264", written.Remarks.Any(remark => remark.EndsWith("libx264 was taken.", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sound_can_be_left_out()
    {
        Clip clip = new(TestClips.Moving(16, 16, 0.3), AudioClip.From(TestSounds.Sine(0.3)));
        VideoFile.Write(_folder["a.mp4"], clip, Fast with { WithoutSound = true });
        Assert.Equal("h264", TemporaryFolder.Probe(_folder["a.mp4"], "stream=codec_name"));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, -1)]
    [InlineData(3, 2)]
    public void A_gif_is_shown_as_often_as_asked(int plays, int repeats)
    {
        VideoFile.Write(
            _folder["a.gif"], new Clip(TestClips.Moving(16, 16, 0.3)), new VideoWriteOptions { Animation = new() { Plays = plays } });
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(_folder["a.gif"]);
        int at = bytes.IndexOf("NETSCAPE2.0"u8);
        Assert.Equal(repeats, at < 0 ? -1 : bytes[at + 13] | bytes[at + 14] << 8);
    }

    [Theory]
    [InlineData(GifDither.None)]
    [InlineData(GifDither.ErrorDiffusion)]
    [InlineData(GifDither.SierraLite)]
    public void Fewer_colours_and_another_dither_make_another_gif(GifDither dither)
    {
        Clip clip = new(TestClips.Moving(64, 48, 0.3));
        VideoFile.Write(_folder["a.gif"], clip);
        VideoFile.Write(_folder["b.gif"], clip, new VideoWriteOptions { Animation = new() { Dither = dither, Colors = 16 } });
        Assert.InRange(new FileInfo(_folder["b.gif"]).Length, 1, new FileInfo(_folder["a.gif"]).Length - 1);
    }

    [Theory]
    [InlineData(60, 1, 50, 30)]
    [InlineData(120, 1, 50, 40)]
    [InlineData(30, 1, 15, 15)]
    [InlineData(24, 1, 50, 24)]
    public void A_rate_that_is_too_fast_leaves_out_frames_evenly(int num, int den, int most, int expected) =>
        Assert.Equal((double)expected, new FrameRate(num, den).AtMost(most).TimeOf(1) is var step ? Math.Round(1 / step, 9) : 0);

    private string Frames(string name) => TemporaryFolder.Run(
        "ffprobe", "-v", "error", "-count_frames", "-of", "default=nw=1:nk=1", "-show_entries", "stream=nb_read_frames", _folder[name])
        .Trim().ToString(CultureInfo.InvariantCulture);
}
