namespace Cymatic.Media.Tests;

public sealed class SoundTrackTests : IDisposable
{
    private const string Film = "-f lavfi -i testsrc2=s=64x48:r={0}:d=3 -f lavfi -i sine=d=3.1:r=44100";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Plain => new()
    {
        { "film.mp4", $"{Film} -ac 2 -c:v libx264 -bf 3 -c:a aac" },
        { "start.mp4", $"{Film} -ac 2 -c:v libx264 -bf 2 -c:a aac -movflags +faststart" },
        { "mono.mp4", $"{Film} -ac 1 -ar 48000 -c:v libx264 -c:a aac" },
        { "mpeg4.mp4", $"{Film} -ac 2 -c:v mpeg4 -c:a aac" },
        { "sound-first.mp4", $"{Film} -map 1 -map 0 -c:v libx264 -c:a aac" },
        { "song.m4a", "-f lavfi -i sine=d=3:r=44100 -ac 2 -c:a aac" },
    };

    public static TheoryData<string, string> Others => new()
    {
        { "apple.mov", $"{Film} -c:v libx264 -c:a pcm_s16le" },
        { "low.mp4", $"{Film} -ar 22050 -c:v libx264 -c:a aac" },
        { "six.mp4", $"{Film} -ac 6 -c:v libx264 -c:a aac" },
        { "pieces.mp4", $"{Film} -c:v libx264 -c:a aac -movflags frag_keyframe+empty_moov" },
        { "late.mp4", $"{Film} -c:v libx264 -c:a aac -output_ts_offset 2" },
        { "mp3.mp4", $"{Film} -c:v libx264 -c:a libmp3lame" },
        { "film.mkv", $"{Film} -c:v libx264 -c:a aac" },
    };

    [Theory]
    [MemberData(nameof(Plain))]
    public void A_plain_header_says_what_ffprobe_says(string name, string made)
    {
        foreach (string rate in (string[])["30", "24000/1001", "27.5642"])
        {
            string path = Make($"{rate.Replace('/', '-')} {name}", made, rate);
            SoundTrack? read = Mp4Header.TryRead(path);
            Assert.Equal(SoundTrack.Of(MediaInfo.Read(path)), read! with { Duration = Math.Round(read.Duration!.Value, 6) });
        }
    }

    [Theory]
    [MemberData(nameof(Others))]
    public void What_is_not_plain_is_left_to_ffprobe(string name, string made) => Assert.Null(Mp4Header.TryRead(Make(name, made, "30")));

    [Fact]
    public void A_damaged_header_says_nothing_or_what_may_be()
    {
        string path = Make("film.mp4", $"{Film} -t 1 -c:v libx264 -c:a aac -movflags +faststart", "30");
        byte[] whole = File.ReadAllBytes(path);
        var random = new Random(1);
        for (int n = 0; n < 3000; n++)
        {
            byte[] bytes = [.. whole[..Math.Min(whole.Length, n % 3 == 0 ? random.Next(1, 4000) : whole.Length)]];
            for (int times = 0; times < 4; times++)
                bytes[random.Next(Math.Min(bytes.Length, 4000))] = (byte)random.Next(256);
            File.WriteAllBytes(_folder["mutant.mp4"], bytes);
            SoundTrack? read = Mp4Header.TryRead(_folder["mutant.mp4"]);
            Assert.True(read is null or { Channels: 1 or 2, SampleRate: >= 32_000, Duration: > 0 }, $"{n}: {read}");
        }
    }

    [Fact]
    public void A_file_without_sound_says_so()
    {
        string path = Make("silent.mp4", "-f lavfi -i testsrc2=s=64x48:d=1 -c:v libx264", "30");
        var e = Assert.Throws<UnreadableMediaException>(() => SoundTrack.Read(path));
        Assert.Contains("holds no sound, only video (h264)", e.Message, StringComparison.Ordinal);
    }

    private string Make(string name, string made, string rate)
    {
        string path = _folder[name];
        TemporaryFolder.Ffmpeg([.. made.Replace("{0}", rate, StringComparison.Ordinal).Split(' '), path]);
        return path;
    }
}
