namespace Cymatic.Media.Tests;

public sealed class MediaInfoTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_movie_tells_size_rate_colours_and_sound()
    {
        string[] colours = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"];
        string[] inputs = ["-f", "lavfi", "-i", "testsrc2=s=64x48:r=24000/1001:d=2", "-f", "lavfi", "-i", "sine=r=22050:d=2"];
        TemporaryFolder.Ffmpeg([.. inputs, .. colours, "-ac", "2", "-metadata", "title=A title", _folder["a.mp4"]]);
        MediaInfo info = MediaInfo.Read(_folder["a.mp4"]);
        VideoStreamInfo video = info.Video!;
        Assert.Equal((64, 48, 0, "h264", false), (video.Width, video.Height, video.Rotation, video.Codec, video.HasAlpha));
        Assert.Equal((new FrameRate(24000, 1001), 48), (video.AverageRate, video.FrameCount));
        Assert.Equal(("bt709", "tv"), (video.ColorSpace, video.ColorRange));
        AudioStreamInfo sound = info.Audio!;
        Assert.Equal(("aac", 22050, 2, "stereo"), (sound.Codec, sound.SampleRate, sound.Channels, sound.ChannelLayout));
        Assert.Equal("A title", info.Tags["title"]);
        Assert.InRange(info.Duration!.Value, 1.9, 2.1);
        Assert.Equal(new FileInfo(_folder["a.mp4"]).Length, info.Size);
    }

    [Theory]
    [InlineData("turned-90.mp4", 90, 48, 64)]
    [InlineData("turned-180.mp4", 180, 64, 48)]
    [InlineData("turned-270.mp4", 270, 48, 64)]
    [InlineData("wide-pixels.mp4", 0, 85, 48)]
    public void Width_and_height_are_those_that_a_player_shows(string name, int rotation, int width, int height)
    {
        VideoStreamInfo video = MediaInfo.Read(TestMovies.Make(_folder, name)).Video!;
        Assert.Equal((rotation, width, height), (video.Rotation, video.Width, video.Height));
        Assert.Equal((64, 48), (video.CodedWidth, video.CodedHeight));
    }

    [Theory]
    [InlineData("clear-vp9.webm", true)]
    [InlineData("clear-prores.mov", true)]
    [InlineData("moving.gif", true)]
    [InlineData("film.mp4", false)]
    public void Alpha_is_known(string name, bool hasAlpha) =>
        Assert.Equal(hasAlpha, MediaInfo.Read(TestMovies.Make(_folder, name)).Video!.HasAlpha);

    [Fact]
    public void The_cover_of_a_song_is_no_video()
    {
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48", "-frames:v", "1", _folder["cover.jpg"]);
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-i", _folder["cover.jpg"], "-map", "0", "-map", "1", _folder["a.mp3"]);
        MediaInfo info = MediaInfo.Read(_folder["a.mp3"]);
        Assert.Null(info.Video);
        Assert.Equal(["audio", "attachment"], info.Streams.Select(stream => stream.Kind));
    }

    [Theory]
    [InlineData("bt709", false, 0xFF0000)]
    [InlineData("bt601", false, 0xFF0000)]
    [InlineData("bt2020", false, 0x20C060)]
    [InlineData("bt709", true, 0x20C060)]
    [InlineData("bt601", true, 0x3060E0)]
    public void Colours_come_back_through_any_tagged_matrix_and_range(string matrix, bool isFull, int rgb)
    {
        string range = isFull ? "pc" : "tv", tag = matrix switch { "bt601" => "smpte170m", "bt2020" => "bt2020nc", _ => matrix };
        string scale = $"format=rgb24,scale=out_color_matrix={matrix}:out_range={range},format=yuv420p";
        string[] codec = ["-c:v", "libx264", "-qp", "1", "-colorspace", tag, "-color_range", range];
        TemporaryFolder.Ffmpeg(["-f", "lavfi", "-i", $"color=0x{rgb:X6}:s=64x48:d=0.2,{scale}", .. codec, _folder["a.mp4"]]);
        using Imaging.Frame frame = Imaging.Frame.Rent(64, 48);
        VideoClip.FromFile(_folder["a.mp4"]).FrameAt(1, frame);
        uint pixel = frame.PixelRow(20)[30];
        for (int shift = 0; shift < 24; shift += 8)
            Assert.InRange((int)(pixel >> shift & 255) - (rgb >> shift & 255), -3, 3);
    }
}
