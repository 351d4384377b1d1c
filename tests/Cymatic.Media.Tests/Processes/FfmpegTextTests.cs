namespace Cymatic.Media.Tests;

public sealed class FfmpegTextTests
{
    [Theory]
    [InlineData("ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026 the FFmpeg developers", "5.1.9")]
    [InlineData("ffmpeg version n7.0 Copyright", "7.0")]
    [InlineData("ffmpeg version 6.1.1 Copyright", "6.1.1")]
    [InlineData("ffmpeg version N-109542-g2e1a1c0 Copyright", null)]
    [InlineData("something else", null)]
    public void The_version_is_read(string line, string? version) => Assert.Equal(version, Ffmpeg.VersionIn(line)?.ToString());

    [Theory]
    [InlineData("[mp3float @ 0x55d0] [error] Header missing", "Header missing")]
    [InlineData("[info] [1] not a level", "not a level")]
    [InlineData("plain", "plain")]
    public void Level_and_address_are_left_out(string line, string text) => Assert.Equal(text, StderrLog.Clean(line));

    [Theory]
    [InlineData("[info]   Duration: 01:03:02.51, start: 0.000000, bitrate: 165 kb/s", 3782.51)]
    [InlineData("[info]   Duration: N/A, bitrate: 165 kb/s", null)]
    [InlineData("[info]   Stream #0:0", null)]
    public void The_length_is_read(string line, double? seconds) => Assert.Equal(seconds, StderrLog.DurationIn(line));

    [Fact]
    public void A_command_can_be_typed_into_a_shell() =>
        Assert.Equal(
            "ffmpeg -i 'file:/a b/it'\\''s.wav' '' out.mp4", FfmpegChild.ShellLine("ffmpeg", ["-i", "file:/a b/it's.wav", "", "out.mp4"]));
}
