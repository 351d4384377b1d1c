using System.Diagnostics;
using System.Text.Json;
using Cymatic.Imaging;

namespace Cymatic.Cli.Tests;

public sealed class PreviewTests : CliTest
{
    [Fact]
    public void Info_says_what_a_movie_holds()
    {
        Movie();
        (int code, string output, string errors) = Run("info", "movie.mp4");
        Assert.True(code == 0, errors);
        Assert.Contains("video h264, 96×64, 25 frames/s, 50 frames", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Info_as_json_is_all_that_standard_output_gets()
    {
        Movie();
        JsonElement info = JsonDocument.Parse(Run("info", "movie.mp4", "--json").Output).RootElement;
        JsonElement video = info.GetProperty("streams")[0];
        Assert.Equal((96, "25"), (video.GetProperty("width").GetInt32(), video.GetProperty("average_rate").GetString()));
        Assert.Equal(2, info.GetProperty("duration").GetDouble(), 0.01);
    }

    [Fact]
    public void A_frame_by_time_and_one_by_number_are_the_same_picture()
    {
        Movie();
        (int code, string output, string errors) = Run("frame", "movie.mp4", "--at", "0.8", "--number", "20", "-o", "a.png", "-o", "b.png");
        Assert.True(code == 0, errors);
        Assert.Equal("Wrote a.png: frame 20, shown at 0.8 s\nWrote b.png: frame 20, shown at 0.8 s\n", output);
        Assert.Equal(File.ReadAllBytes(At("a.png")), File.ReadAllBytes(At("b.png")));
    }

    [Fact]
    public void A_sheet_is_as_wide_as_it_is_asked_to_be()
    {
        Movie();
        (int code, _, string errors) = Run("sheet", "movie.mp4", "-o", "sheet.png", "--columns", "3", "--rows", "2", "--width", "640");
        Assert.True(code == 0, errors);
        using Frame sheet = PngReader.Read(At("sheet.png"));
        Assert.Equal(640, sheet.Width);
        Assert.Equal(["movie.mp4", "sheet.png"], Files);
    }

    [Theory]
    [InlineData("frame", "movie.mp4", "-o", "a.png")]
    [InlineData("frame", "movie.mp4", "--at", "1")]
    [InlineData("frame", "movie.mp4", "--at", "1", "-o", "a.bmp")]
    [InlineData("frame", "movie.mp4", "--at", "-1", "-o", "a.png")]
    [InlineData("frame", "movie.mp4", "--at", "1", "-o", "a.png", "-o", "b.png")]
    [InlineData("sheet", "movie.mp4")]
    [InlineData("sheet", "movie.mp4", "-o", "movie.mp4")]
    [InlineData("sheet", "movie.mp4", "-o", "a.png", "--columns", "0")]
    public void Wrong_usage_is_a_sentence_and_exit_code_2(params string[] arguments)
    {
        Movie();
        (int code, string output, string errors) = Run(arguments);
        Assert.Equal((2, ""), (code, output));
        AssertSentence(errors);
        Assert.Equal(["movie.mp4"], Files);
    }

    [Theory]
    [InlineData("info", "noise.mp4")]
    [InlineData("info", "nowhere.mp4")]
    [InlineData("frame", "noise.mp4", "--at", "0", "-o", "a.png")]
    [InlineData("sheet", "noise.mp4", "-o", "a.png")]
    public void A_file_that_is_no_movie_is_a_sentence_and_exit_code_1(params string[] arguments)
    {
        File.WriteAllText(At("noise.mp4"), "This is no movie.");
        (int code, _, string errors) = Run(arguments);
        Assert.Equal(1, code);
        AssertSentence(errors);
        Assert.Equal(["noise.mp4"], Files);
    }

    [Theory]
    [InlineData("--at", "99")]
    [InlineData("--number", "50")]
    public void A_frame_behind_the_end_is_a_sentence_and_exit_code_1(string option, string value)
    {
        Movie();
        (int code, _, string errors) = Run("frame", "movie.mp4", option, value, "-o", "a.png");
        Assert.Equal(1, code);
        AssertSentence(errors);
        Assert.Equal(["movie.mp4"], Files);
    }

    private void Movie()
    {
        string[] arguments = ["-nostdin", "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=96x64:r=25:d=2", At("movie.mp4")];
        using Process ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        ffmpeg.WaitForExit();
        Assert.Equal(0, ffmpeg.ExitCode);
    }
}
