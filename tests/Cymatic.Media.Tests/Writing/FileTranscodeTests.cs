using System.Globalization;

namespace Cymatic.Media.Tests;

/// <summary>A clip that is a file's frames is written without loss here, so that equal frames prove that none passed through RGB.</summary>
public sealed class FileTranscodeTests : IDisposable
{
    private static readonly VideoWriteOptions Lossless = new() { Preset = EncoderPreset.Ultrafast, Crf = 0 };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("25")]
    [InlineData("24000/1001")]
    [InlineData("27.5642")]
    public void A_whole_file_keeps_every_frame_and_its_time(string rate)
    {
        string[] source = Make("s.mp4", rate, seconds: 4);
        WrittenMovie written = VideoFile.Write(_folder["a.mp4"], new Clip(VideoClip.FromFile(_folder["s.mp4"])), Lossless);
        Assert.Equal((source.Length, FrameRate.Parse(rate)), (written.Frames, written.Rate));
        Assert.Equal(source, FrameHashes("a.mp4"));
        Assert.Equal(Times("s.mp4"), Times("a.mp4"));
    }

    [Theory]
    [InlineData(1.0, 2.0)]
    [InlineData(0.04, 0.16)]
    [InlineData(3.21, 3.99)]
    public void A_part_has_the_frames_that_reading_gives(double start, double end)
    {
        string[] source = Make("s.mp4", "25", seconds: 4);
        VideoClip whole = VideoClip.FromFile(_folder["s.mp4"]), part = whole.With((IVideoEffect)new Subclip(start, end));
        VideoFile.Write(_folder["a.mp4"], new Clip(part), Lossless);
        int first = (int)((VideoFileClip)whole).FrameNumberAt(start), count = (int)new FrameRate(25).FramesIn(end - start);
        Assert.Equal(source[first..(first + count)], FrameHashes("a.mp4"));
    }

    [Fact]
    public void A_turned_file_is_written_upright()
    {
        Make("s.mp4", "25", seconds: 1);
        TemporaryFolder.Ffmpeg("-i", _folder["s.mp4"], "-c", "copy", "-metadata:s:v", "rotate=90", _folder["r.mp4"]);
        VideoFile.Write(_folder["a.mp4"], new Clip(VideoClip.FromFile(_folder["r.mp4"])), Lossless);
        Assert.Equal("48,64", TemporaryFolder.Probe(_folder["a.mp4"], "stream=width,height").ReplaceLineEndings(","));
        Assert.Equal(FrameHashes("r.mp4"), FrameHashes("a.mp4"));
    }

    [Fact]
    public void Sound_goes_with_the_pictures()
    {
        Make("s.mp4", "25", seconds: 2);
        VideoFile.Write(_folder["a.mp4"], new Clip(VideoClip.FromFile(_folder["s.mp4"]), AudioClip.From(TestSounds.Sine(5))), Lossless);
        Assert.InRange(AudioFile.Read(_folder["a.mp4"]).Duration, 1.99, 2.05);
    }

    [Fact]
    public void The_files_own_sound_is_copied_and_not_coded_twice()
    {
        Make("s.mp4", "25", seconds: 4);
        TemporaryFolder.Ffmpeg(
            "-i", _folder["s.mp4"], "-f", "lavfi", "-i", "aevalsrc=0.3*sin(440*2*PI*t)*between(mod(t\\,1)\\,0\\,0.1):s=44100:d=4",
            "-c:v", "copy", "-c:a", "aac", _folder["t.mp4"]);
        VideoFile.Write(_folder["a.mp4"], Clip.FromFile(_folder["t.mp4"]), Lossless);
        Assert.Equal(Packets("t.mp4"), Packets("a.mp4"));
        Assert.Equal(AudioFile.Read(_folder["t.mp4"])[0].ToArray(), AudioFile.Read(_folder["a.mp4"])[0].ToArray());
        Assert.Equal(FrameHashes("t.mp4"), FrameHashes("a.mp4"));
    }

    [Fact]
    public void Sound_that_was_changed_is_coded_anew()
    {
        Make("s.mp4", "25", seconds: 2);
        TemporaryFolder.Ffmpeg("-i", _folder["s.mp4"], "-f", "lavfi", "-i", "sine=d=2", "-c:v", "copy", "-c:a", "aac", _folder["t.mp4"]);
        VideoFile.Write(_folder["a.mp4"], Clip.FromFile(_folder["t.mp4"]).With((IAudioEffect)new Volume(0.25)), Lossless);
        float loud = AudioFile.Read(_folder["t.mp4"])[0].ToArray().Max(), soft = AudioFile.Read(_folder["a.mp4"])[0].ToArray().Max();
        Assert.Equal(0.25 * loud, soft, 0.05 * loud);
    }

    [Fact]
    public void Frames_of_uneven_length_are_drawn_at_the_rate_that_is_asked_for()
    {
        Make("s.mp4", "25", seconds: 2);
        TemporaryFolder.Ffmpeg("-i", _folder["s.mp4"], "-vf", "select='not(mod(n,7))+mod(n,3)'", "-fps_mode", "vfr", _folder["v.mp4"]);
        VideoClip clip = VideoClip.FromFile(_folder["v.mp4"]);
        WrittenMovie written = VideoFile.Write(_folder["a.mp4"], new Clip(clip), Lossless with { FrameRate = new FrameRate(25) });
        Assert.Equal(new FrameRate(25).FramesIn(clip.Duration), FrameHashes("a.mp4").Length);
        Assert.Equal(written.Frames, FrameHashes("a.mp4").Length);
    }

    [Theory]
    [InlineData(12, 1)]
    [InlineData(50, 1)]
    public void Another_rate_gives_the_frames_of_its_times(int num, int den)
    {
        Make("s.mp4", "25", seconds: 2);
        FrameRate rate = new(num, den);
        VideoFile.Write(_folder["a.mp4"], new Clip(VideoClip.FromFile(_folder["s.mp4"])), Lossless with { FrameRate = rate });
        Assert.Equal(rate.FramesIn(2), FrameHashes("a.mp4").Length);
    }

    [Fact]
    public void Cancelling_leaves_nothing()
    {
        Make("s.mp4", "25", seconds: 4);
        using CancellationTokenSource source = new();
        Assert.ThrowsAny<OperationCanceledException>(() => VideoFile.Write(
            _folder["a.mp4"], new Clip(VideoClip.FromFile(_folder["s.mp4"])), Lossless, new AtFirst(source.Cancel), source.Token));
        Assert.Equal(["s.mp4"], _folder.Names);
    }

    [Fact]
    public void What_the_sound_throws_passes_through_and_leaves_nothing()
    {
        Make("s.mp4", "25", seconds: 2);
        AudioClip failing = AudioClip.From(8000, 100, t => t > 1 ? throw new InvalidTimeZoneException() : 0);
        Assert.Throws<InvalidTimeZoneException>(() =>
            VideoFile.Write(_folder["a.mp4"], new Clip(VideoClip.FromFile(_folder["s.mp4"]), failing), Lossless));
        Assert.Equal(["s.mp4"], _folder.Names);
    }

    // With B frames and one key; gives the frames' hashes.
    private string Packets(string name) =>
        TemporaryFolder.Run(
            "ffprobe", "-v", "error", "-select_streams", "a", "-show_entries", "packet=pts_time,size", "-of", "csv=p=0", _folder[name]);

    private string[] Make(string name, string rate, double seconds)
    {
        VideoWriteOptions options = new() { FrameRate = FrameRate.Parse(rate), Preset = EncoderPreset.Veryfast };
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(64, 48, seconds)), options);
        return FrameHashes(name);
    }

    private string[] FrameHashes(string name) =>
        [.. Lines(TemporaryFolder.Ffmpeg("-i", _folder[name], "-map", "0:v", "-fps_mode", "passthrough", "-f", "framemd5", "-"))
            .Select(line => line.Split(',')[^1].Trim())];

    private double[] Times(string name) =>
        [.. Lines(TemporaryFolder.Run(
            "ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "frame=pts_time", "-of", "csv=p=0", _folder[name]))
            .Select(line => double.Parse(line.Split(',')[0], CultureInfo.InvariantCulture))];

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#'));

    private sealed class AtFirst(Action action) : IProgress<double>
    {
        public void Report(double value) => action();
    }
}
