using System.Diagnostics;
using System.Text.Json;

namespace Cymatic.Cli.Tests;

public sealed class MosaicTests : CliTest
{
    [Fact]
    public void Several_files_are_written_in_one_run()
    {
        WriteMaterial();
        (int code, string output, _) = Run(
            "mosaic", "song.wav", "--corpus", "film.mp4", "voice.wav",
            "-o", "out.mp4", "-o", "plan.json", "-o", "out.edl", "-o", "credits.txt");
        Assert.Equal(0, code);
        Assert.Contains("Wrote out.mp4", output, StringComparison.Ordinal);
        Assert.Equal(["credits.txt", "film.mp4", "out.edl", "out.mp4", "plan.json", "song.wav", "voice.wav"], Files);
    }

    [Fact]
    public void The_summary_for_programs_is_json_alone()
    {
        WriteMaterial();
        (_, string output, _) = Run("mosaic", "song.wav", "--corpus", "film.mp4", "-o", "out.wav", "--json");
        using JsonDocument json = JsonDocument.Parse(output);
        Assert.InRange(json.RootElement.GetProperty("fit_db").GetDouble(), 0, 60);
    }

    [Fact]
    public void A_corpus_that_was_indexed_is_taken_as_it_is()
    {
        WriteMaterial();
        Assert.Equal(0, Run("index", "film.mp4", "-o", "films.corpus").Code);
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "films.corpus", "--method", "viterbi", "-o", "out.wav");
        Assert.True(code == 0, errors);
    }

    [Fact]
    public void An_index_cannot_be_cut_otherwise()
    {
        WriteMaterial();
        Assert.Equal(0, Run("index", "film.mp4", "-o", "films.corpus").Code);
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "films.corpus", "--units", "beats", "-o", "out.wav");
        Assert.Equal(2, code);
        AssertSentence(errors);
    }

    [Fact]
    public void Units_are_found_by_the_features_of_an_index()
    {
        WriteMaterial();
        Assert.Equal(0, Run("index", "film.mp4", "-o", "films.corpus", "--features", "mel,chroma=2").Code);
        string[] mosaic = ["mosaic", "song.wav", "--corpus", "films.corpus", "-o", "out.json", "--features"];
        Assert.Equal(0, Run([.. mosaic, "mel=1,chroma", "--metric", "cosine"]).Code);
        (int code, _, string errors) = Run([.. mosaic, "mel,f0=2"]);
        Assert.Equal(1, code);
        Assert.Contains("'cymatic index -o films.corpus --features f0'", errors, StringComparison.Ordinal);
        Assert.Equal(0, Run("index", "-o", "films.corpus", "--features", "f0").Code);
        Assert.Equal(0, Run([.. mosaic, "mel,f0=2"]).Code);
    }

    [Theory]
    [InlineData("--features", "timbre")]
    [InlineData("--features", "specgram", "--units", "grains")]
    public void An_index_of_features_that_cannot_be_is_refused(params string[] options)
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        (int code, _, string errors) = Run(["index", "song.wav", "-o", "x.corpus", .. options]);
        Assert.Equal(2, code);
        AssertSentence(errors);
        Assert.Equal(["song.wav"], Files);
    }

    [Fact]
    public void Bee_and_features_are_refused()
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        (int code, _, string errors) = Run(
            "mosaic", "song.wav", "--corpus", "song.wav", "-o", "out.json", "--method", "bee", "--features", "mel");
        Assert.Equal(2, code);
        Assert.Contains("nearest and viterbi", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_of_the_corpus_is_left_out_and_named_when_that_is_wished()
    {
        WriteMaterial();
        File.WriteAllText(At("broken.mp4"), "no film at all");
        string[] corpus = ["mosaic", "song.wav", "--corpus", "film.mp4", "broken.mp4", "voice.wav", "-o", "out.wav"];
        Assert.Equal(1, Run(corpus).Code);
        (int code, string output, _) = Run([.. corpus, "--lenient"]);
        Assert.Equal(0, code);
        Assert.Contains("broken.mp4", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("grains")]
    [InlineData("onsets")]
    [InlineData("beats")]
    public void Units_of_other_kinds_make_a_movie(string units)
    {
        WriteMaterial();
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "film.mp4", "--units", units, "-o", "out.mp4");
        Assert.True(code == 0, errors);
    }

    [Fact]
    public void A_corpus_of_the_target_gives_the_target_back()
    {
        WriteMaterial();
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "song.wav", "-o", "plan.json", "--levels", "off");
        Assert.True(code == 0, errors);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(At("plan.json")));
        Assert.All(json.RootElement.GetProperty("frames").EnumerateArray(), frame => Assert.Equal(
            frame.GetProperty("target").GetInt32() / 25.0, frame.GetProperty("source_time").GetDouble(), 3));
    }

    [Fact]
    public void An_output_that_belongs_to_the_corpus_is_refused()
    {
        WriteMaterial();
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "film.mp4", "-o", "film.mp4");
        Assert.Equal(2, code);
        Assert.Contains("is an input too", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stem_that_would_overwrite_a_source_is_refused()
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        Folder.CreateSubdirectory("stems");
        Songs.Plucks(2).WriteWav(At("stems/001 a.wav"));
        File.CreateSymbolicLink(At("a.wav"), At("stems/001 a.wav"));
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "a.wav", "--stems", "stems");
        Assert.Equal(2, code);
        AssertSentence(errors);
    }

    [Theory]
    [InlineData("--size", "12x8")]
    [InlineData("--size", "large")]
    [InlineData("--rate", "0")]
    [InlineData("--rate", "1000")]
    [InlineData("--mix", "90")]
    [InlineData("--join", "-1")]
    [InlineData("--fit", "squeeze")]
    [InlineData("--method", "magic")]
    [InlineData("--units", "words")]
    [InlineData("--features", "timbre")]
    [InlineData("--features", "mel=-1")]
    [InlineData("--features", "mel=0")]
    [InlineData("--features", "mel,,f0")]
    [InlineData("--metric", "far")]
    [InlineData("--metric", "cosine")] // without features
    [InlineData("-o", "out.docx")]
    public void Wrong_usage_is_a_sentence_and_exit_code_2(string option, string value)
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        (int code, string output, string errors) = Run("mosaic", "song.wav", "--corpus", "song.wav", "-o", "out.json", option, value);
        Assert.Equal((2, ""), (code, output));
        AssertSentence(errors);
        Assert.Equal(["song.wav"], Files);
    }

    [Fact]
    public void A_film_without_sound_is_named()
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        Songs.WriteSilentVideo(At("mute.mp4"));
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "mute.mp4", "-o", "out.mp4");
        Assert.Equal(1, code);
        Assert.Contains("mute.mp4", errors, StringComparison.Ordinal);
        AssertSentence(errors);
        Assert.Equal(["mute.mp4", "song.wav"], Files);
    }

    [Fact]
    public void A_silent_target_is_rendered_or_refused_with_a_sentence()
    {
        WriteMaterial();
        Songs.From(2, 22050, _ => 0).WriteWav(At("silence.wav"));
        (int code, _, string errors) = Run("mosaic", "silence.wav", "--corpus", "film.mp4", "-o", "out.mp4");
        Assert.InRange(code, 0, 1);
        if (code == 1)
            AssertSentence(errors);
        Assert.Equal(code == 0, File.Exists(At("out.mp4")));
    }

    [Fact]
    public void A_corpus_of_one_frame_is_enough()
    {
        Songs.Plucks(1).WriteWav(At("song.wav"));
        Songs.Plucks(0.04).WriteWav(At("short.wav"));
        (int code, _, string errors) = Run("mosaic", "song.wav", "--corpus", "short.wav", "-o", "out.mp4");
        Assert.True(code == 0, errors);
    }

    [Fact]
    public void A_signal_in_the_middle_of_a_movie_leaves_nothing()
    {
        Songs.Plucks(120).WriteWav(At("song.wav"));
        using CymaticProgram program = CymaticProgram.Start(
            Folder.FullName, "mosaic", "song.wav", "--corpus", "song.wav", "--size", "1280x720", "-o", "out.mp4");
        program.WaitUntil(() => program.Errors.Contains("writing out.mp4", StringComparison.Ordinal));
        program.Signal("INT");
        Assert.Equal(130, program.WaitForEnd());
        Assert.Equal(["song.wav"], Files);
    }

    [Fact]
    public void A_signal_while_pictures_are_decoded_leaves_nothing()
    {
        Songs.Plucks(60).WriteWav(At("song.wav"));
        WriteFilm(60);
        using CymaticProgram program = CymaticProgram.Start(
            Folder.FullName, "mosaic", "song.wav", "--corpus", "film.mp4", "--size", "1920x1080", "-o", "out.mp4");
        program.WaitUntil(() => program.Errors.Contains("decoding the pictures", StringComparison.Ordinal));
        program.Signal("TERM");
        Assert.Equal(130, program.WaitForEnd());
        Assert.Equal(["film.mp4", "song.wav"], Files);
    }

    private void WriteMaterial()
    {
        Songs.Plucks(2).WriteWav(At("song.wav"));
        Songs.From(3, 44100, t => 0.3 * Math.Sin(2 * Math.PI * (200 + 100 * t) * t)).WriteWav(At("voice.wav"));
        WriteFilm(3);
    }

    private void WriteFilm(int seconds)
    {
        string[] arguments =
        [
            "-v", "error", "-f", "lavfi", "-i", $"testsrc=d={seconds}:s=160x90:r=25", "-f", "lavfi", "-i",
            $"aevalsrc='0.3*sin(300*t*(1+sin(t)))':d={seconds}:s=48000", "-pix_fmt", "yuv420p", At("film.mp4"),
        ];
        using Process ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        ffmpeg.WaitForExit();
    }
}
