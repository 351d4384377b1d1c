using System.Text.Json;

namespace Cymatic.Cli.Tests;

public sealed class UsageTests : CliTest
{
    [Fact]
    public void The_version_is_three_numbers()
    {
        (int code, string output, _) = Run("--version");
        Assert.Equal(0, code);
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", output);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("grid", "--help")]
    [InlineData("mosaic", "--help")]
    [InlineData("segments", "--help")]
    [InlineData("info", "--help")]
    [InlineData("frame", "--help")]
    [InlineData("sheet", "--help")]
    public void Help_ends_with_two_worked_examples(params string[] arguments)
    {
        (int code, string output, _) = Run(arguments);
        Assert.Equal(0, code);
        string examples = output[output.IndexOf("Examples:", StringComparison.Ordinal)..];
        Assert.Equal(2, examples.Split('\n').Count(line => line.StartsWith("  cymatic ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Say what to write, for example -o segments.png.", "segments", "a.wav")]
    [InlineData("Say what to write, for example -o mosaic.mp4 (or --stems).", "mosaic", "a.wav", "--corpus", "b.wav")]
    [InlineData("Say what to write, for example -o grid.png (or --sounds, --rebuild or --steps).", "grid", "a.wav")]
    public void A_command_that_would_write_nothing_says_what_it_could(string sentence, params string[] arguments) =>
        Assert.StartsWith(sentence + "\n", Run(arguments).Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("Did you mean --output?", "grid", "song.wav", "--outptu", "a.png")]
    [InlineData("Did you mean --slow?", "grid", "song.wav", "-o", "a.mp4", "--slwo", "0.5")]
    [InlineData("Did you mean --corpus?", "mosaic", "song.wav", "-o", "a.mp4", "--corpsu", "b.wav")]
    [InlineData("'wavefrom' is no method. Known are auto, waveform, timbre and nmf.", "grid", "a.wav", "-o", "a.png", "--method",
        "wavefrom")]
    public void What_is_misspelt_is_answered_with_what_is_known(string sentence, params string[] arguments) =>
        Assert.Contains(sentence + "\n", Run(arguments).Errors, StringComparison.Ordinal);

    [Fact]
    public void What_is_like_nothing_is_answered_without_a_guess() =>
        Assert.DoesNotContain("mean", Run("grid", "song.wav", "-o", "a.png", "--frobnicate").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData]
    [InlineData("grid")]
    [InlineData("frobnicate")]
    [InlineData("grid", "song.wav")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--bpm", "0")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--bpm", "fast")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--components", "0")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--slow", "3")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--method", "magic")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--layers", "mix,mix")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--layers", "drums")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--theme", "blue")]
    [InlineData("grid", "", "-o", "a.json")]
    [InlineData("grid", "song.wav", "-o", "")]
    [InlineData("grid", "song.wav", "-o", "a.docx")]
    [InlineData("grid", "song.wav", "-o", "a")]
    [InlineData("grid", "song.wav", "-o", "a.json", "-o", "./a.json")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--rebuild", "song.wav")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--rebuild", "song.mp3")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--sounds", "song.wav")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--steps", "a.png")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--slow", "0.5")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--components", "8")]
    [InlineData("grid", "song.wav", "-o", "a.json", "--lenient")]
    public void Wrong_usage_is_a_sentence_and_exit_code_2(params string[] arguments)
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        (int code, string output, string errors) = Run(arguments);
        Assert.Equal((2, ""), (code, output));
        AssertSentence(errors);
        Assert.Equal(["song.wav"], Files);
    }

    [Fact]
    public void An_unknown_extension_lists_the_known_ones()
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        string errors = Run("grid", "song.wav", "-o", "a.docx").Errors;
        Assert.All(
            [".png", ".svg", ".pdf", ".mp4", ".webm", ".gif", ".mid", ".json", ".txt", ".csv", ".jams"],
            known => Assert.Contains(known, errors, StringComparison.Ordinal));
    }

    [Fact]
    public void A_song_that_is_not_there_is_a_sentence_and_exit_code_1()
    {
        (int code, _, string errors) = Run("grid", "nowhere.flac", "-o", "a.json");
        Assert.Equal((1, "nowhere.flac does not exist.\n"), (code, errors));
    }

    [Fact]
    public void The_json_summary_is_all_that_standard_output_gets()
    {
        Songs.Plucks(3).WriteWav(At("song.wav"));
        (int code, string output, _) = Run("grid", "song.wav", "-o", "a.json", "-o", "a.mid", "--json");
        Assert.Equal(0, code);
        JsonElement summary = JsonDocument.Parse(output).RootElement;
        Assert.Equal(["a.json", "a.mid"], summary.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
        Assert.Equal(
            JsonDocument.Parse(File.ReadAllText(At("a.json"))).RootElement.GetProperty("sounds").GetArrayLength(),
            summary.GetProperty("sounds").GetInt32());
    }

    [Fact]
    public void Quiet_means_that_nothing_is_printed()
    {
        Songs.Plucks(3).WriteWav(At("song.wav"));
        Assert.Equal((0, "", ""), Run("grid", "song.wav", "-o", "a.json", "--quiet"));
    }

    [Fact]
    public void Each_step_is_a_line_when_nobody_watches()
    {
        Songs.Plucks(3).WriteWav(At("song.wav"));
        (_, string output, string errors) = Run("grid", "song.wav", "-o", "a.json");
        Assert.Equal(["reading song.wav", "writing a.json"], [errors.Split('\n')[0], errors.TrimEnd('\n').Split('\n')[^1]]);
        Assert.EndsWith("Wrote a.json\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_begins_with_a_dash_or_an_at_is_a_name()
    {
        Songs.Plucks(1).WriteWav(At("-song.wav"));
        Songs.Plucks(1).WriteWav(At("@song.wav"));
        Assert.Equal(0, Run("grid", "@song.wav", "-o", "a.json").Code);
        Assert.Equal(0, Run("grid", "-o", "b.json", "--", "-song.wav").Code);
    }
}
