using System.Text.Json;

namespace Cymatic.Cli.Tests;

/// <summary>The structure of a song, and whatever is handed in instead of one.</summary>
public sealed class SegmentsTests : CliTest
{
    private static readonly string Demo = Repository.File("examples", "demo-song.flac");

    [Fact]
    public void One_command_makes_picture_movie_annotation_numbers_and_labels()
    {
        (int code, string output, string errors) = Run(
            "segments", Demo, "-o", "a.png", "-o", "a.mp4", "-o", "a.json", "-o", "a.jams", "-o", "a.txt", "-o", "a.csv");
        Assert.True(code == 0, errors);
        Assert.Equal(["a.csv", "a.jams", "a.json", "a.mp4", "a.png", "a.txt"], Files);
        JsonElement level = Json("a.json").GetProperty("levels")[0];
        int segments = level.GetProperty("segments").GetArrayLength();
        Assert.Equal(segments, File.ReadAllLines(At("a.txt")).Length);
        Assert.Equal(segments + 1, File.ReadAllLines(At("a.csv")).Length);
        Assert.Contains($"{segments} segments of {level.GetProperty("clusters")} kinds", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cqt")]
    [InlineData("matrices")]
    [InlineData("components")]
    [InlineData("segments")]
    [InlineData("over-cqt")]
    [InlineData("all")]
    public void Each_figure_is_written_by_its_name(string figure)
    {
        Songs.Plucks(8).WriteWav(At("song.wav"));
        Assert.Equal(0, Run("segments", "song.wav", "-o", "a.svg", "-o", "a.pdf", "--figure", figure).Code);
        Assert.Equal(["a.pdf", "a.svg", "song.wav"], Files);
    }

    [Fact]
    public void A_range_of_clusters_is_a_level_for_each()
    {
        Assert.Equal(0, Run("segments", Demo, "-o", "a.json", "-o", "a.jams", "--clusters", "2..5").Code);
        IEnumerable<JsonElement> levels = Json("a.json").GetProperty("levels").EnumerateArray();
        Assert.Equal([2, 3, 4, 5], levels.Select(level => level.GetProperty("clusters").GetInt32()));
        Assert.Contains(
            Json("a.jams").GetProperty("annotations").EnumerateArray(),
            annotation => annotation.GetProperty("namespace").GetString() == "multi_segment");
    }

    [Fact]
    public void Auto_is_what_comes_without_a_number()
    {
        Songs.Plucks(8).WriteWav(At("song.wav"));
        Assert.Equal(0, Run("segments", "song.wav", "-o", "a.json", "--clusters", "auto").Code);
        Assert.Equal(0, Run("segments", "song.wav", "-o", "b.json").Code);
        Assert.Equal(File.ReadAllText(At("b.json")), File.ReadAllText(At("a.json")));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_fragment_is_as_many_beats_long_as_asked(int beats)
    {
        Assert.Equal(0, Run("segments", Demo, "-o", "a.json", "-o", "a.png", "--fragments", $"{beats}").Code);
        JsonElement a = Json("a.json");
        JsonElement[] segments = [.. a.GetProperty("levels")[0].GetProperty("segments").EnumerateArray()];
        double[] lengths = [.. segments.Select(s => s.GetProperty("end").GetDouble() - s.GetProperty("start").GetDouble()).Order()];
        Assert.Equal(beats * 60 / a.GetProperty("bpm").GetDouble(), lengths[lengths.Length / 2], 0.03);
    }

    [Fact]
    public void The_json_summary_is_all_that_standard_output_gets()
    {
        (int code, string output, _) = Run("segments", Demo, "-o", "a.json", "--clusters", "3", "--json");
        Assert.Equal(0, code);
        JsonElement summary = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("a.json", 3), (summary.GetProperty("files")[0].GetString(), summary.GetProperty("best").GetInt32()));
    }

    [Theory]
    [InlineData("segments", "song.wav")]
    [InlineData("segments", "song.wav", "-o", "a.json", "--clusters", "1")]
    [InlineData("segments", "song.wav", "-o", "a.json", "--clusters", "5..2")]
    [InlineData("segments", "song.wav", "-o", "a.json", "--clusters", "many")]
    [InlineData("segments", "song.wav", "-o", "a.json", "--clusters", "2..3..4")]
    [InlineData("segments", "song.wav", "-o", "a.json", "--fragments", "3")]
    [InlineData("segments", "song.wav", "-o", "a.json", "--figure", "matrices")]
    [InlineData("segments", "song.wav", "-o", "a.png", "--figure", "pie")]
    [InlineData("segments", "song.wav", "-o", "a.png", "--figure", "components", "--fragments", "1")]
    [InlineData("segments", "song.wav", "-o", "a.docx")]
    [InlineData("segments", "song.wav", "-o", "song.wav")]
    [InlineData("segments", "song.wav", "-o", "a.json", "-o", "./a.json")]
    public void Wrong_usage_is_a_sentence_and_exit_code_2(params string[] arguments)
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        (int code, string output, string errors) = Run(arguments);
        Assert.Equal((2, ""), (code, output));
        AssertSentence(errors);
        Assert.Equal(["song.wav"], Files);
    }

    [Fact]
    public void A_file_that_is_no_media_file_is_refused()
    {
        File.WriteAllText(At("song.flac"), "This is a shopping list, not a song: apples, pears, and a bass drum.");
        AssertRefused("song.flac");
    }

    [Fact]
    public void A_video_without_sound_is_refused()
    {
        Songs.WriteSilentVideo(At("film.mp4"));
        AssertRefused("film.mp4");
    }

    [Fact]
    public void Silence_has_no_beat_and_is_refused()
    {
        Songs.From(3, 44100, _ => 0).WriteWav(At("song.wav"));
        Assert.Contains("has no beat", AssertRefused("song.wav"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fifty_milliseconds_are_refused()
    {
        Songs.Plucks(0.05).WriteWav(At("song.wav"));
        AssertRefused("song.wav");
    }

    [Fact]
    public void A_song_of_two_beats_is_refused_with_their_number()
    {
        Songs.From(1.4, 22050, t => t % 0.6 < 0.02 ? Math.Sin(6000 * t) : 0).WriteWav(At("song.wav"));
        Assert.Matches("has \\d beats?: its structure takes at least 7", AssertRefused("song.wav"));
    }

    [Theory]
    [InlineData(440)]
    [InlineData(20)]
    public void One_constant_tone_is_a_picture_or_refused(double hz)
    {
        Songs.From(8, 22050, t => 0.4 * Math.Sin(2 * Math.PI * hz * t)).WriteWav(At("song.wav"));
        AssertPictureOrRefused("song.wav");
    }

    [Fact]
    public void Clicks_in_silence_are_a_picture_or_refused()
    {
        Songs.From(12, 22050, t => t % 0.5 < 0.0001 ? 1 : 0).WriteWav(At("song.wav"));
        AssertPictureOrRefused("song.wav");
    }

    [Theory]
    [InlineData(8000)]
    [InlineData(384_000)]
    public void Rates_below_and_above_that_of_the_analysis_are_a_picture(int rate)
    {
        Songs.Plucks(6, rate).WriteWav(At("song.wav"));
        Assert.Equal(0, Run("segments", "song.wav", "-o", "a.json", "-o", "a.png").Code);
    }

    [Fact]
    public void Samples_that_are_no_numbers_are_silence_and_a_remark()
    {
        byte[] wav = File.ReadAllBytes(Songs.Plucks(8).WriteWav(At("song.wav")));
        for (int n = 0; n < 50; n++)
            BitConverter.TryWriteBytes(wav.AsSpan(wav.Length - (4 * ((n * 37) + 1))), float.NaN);
        File.WriteAllBytes(At("song.wav"), wav);
        Assert.Equal(0, Run("segments", "song.wav", "-o", "a.json").Code);
        Assert.Contains(
            Json("a.json").GetProperty("remarks").EnumerateArray(),
            remark => remark.GetString()!.Contains("50", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--fragments", "1")]
    [InlineData("--title", "")]
    public void More_kinds_than_beats_are_refused_with_both_numbers(params string[] options)
    {
        Songs.Plucks(8).WriteWav(At("song.wav"));
        (int code, _, string errors) = Run(["segments", "song.wav", "-o", "a.json", "--clusters", "300", "--quiet", .. options]);
        Assert.Equal(1, code);
        AssertSentence(errors);
        Assert.Contains("300 kinds", errors, StringComparison.Ordinal);
        Assert.Equal(["song.wav"], Files);
    }

    private JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(At(name))).RootElement;

    private string AssertRefused(string song)
    {
        (int code, string output, string errors) = Run("segments", song, "-o", "a.json", "-o", "a.png", "--quiet");
        Assert.Equal((1, ""), (code, output));
        AssertSentence(errors);
        Assert.Contains(song, errors, StringComparison.Ordinal);
        Assert.Equal([song], Files);
        return errors;
    }

    private void AssertPictureOrRefused(string song)
    {
        foreach (string[] options in new string[][] { [], ["--fragments", "1"] })
        {
            (int code, _, string errors) = Run(["segments", song, "-o", "a.json", "-o", "a.png", "--quiet", .. options]);
            Assert.InRange(code, 0, 1);
            if (code == 1)
                AssertSentence(errors);
        }
    }
}
