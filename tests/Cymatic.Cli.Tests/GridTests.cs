using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Cymatic.Media;
using Cymatic.Music;
using Cymatic.Signal;

namespace Cymatic.Cli.Tests;

/// <summary>What the user came for.</summary>
public sealed class GridTests : CliTest
{
    private static readonly string Demo = Repository.File("examples", "demo-song.flac");

    [Fact]
    public void One_command_makes_picture_movie_music_numbers_and_sounds()
    {
        (int code, string output, string errors) = Run(
            "grid", Demo, "-o", "grid.png", "-o", "grid.mp4", "-o", "grid.mid", "-o", "grid.json",
            "--sounds", "one-shots/", "--rebuild", "again.wav");
        Assert.True(code == 0, errors);
        Assert.Equal(["again.wav", "grid.json", "grid.mid", "grid.mp4", "grid.png", "one-shots"], Files);
        JsonElement grid = Json("grid.json");
        int sounds = grid.GetProperty("sounds").GetArrayLength();
        Assert.Equal(sounds, Score.Read(At("grid.mid")).Tracks.Count);
        Assert.Equal(sounds, Directory.GetFiles(At("one-shots"), "*.wav").Length);
        Assert.Equal(grid.GetProperty("events").GetArrayLength(), Score.Read(At("grid.mid")).Tracks.Sum(track => track.Notes.Count));
        Assert.InRange(grid.GetProperty("residual_db").GetDouble(), -200, -1);
        Assert.Contains("What the grid leaves unexplained lies at", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rebuilt_song_differs_from_the_song_by_the_residual()
    {
        Assert.Equal(0, Run("grid", Demo, "-o", "grid.json", "--rebuild", "again.wav").Code);
        Sound song = AudioFile.Read(Demo), again = AudioFile.Read(At("again.wav"));
        Assert.Equal((song.Length, song.Channels, song.SampleRate), (again.Length, again.Channels, again.SampleRate));
        double residual = 10 * Math.Log10(Energy(song, again) / Energy(song, null));
        Assert.Equal(Json("grid.json").GetProperty("residual_db").GetDouble(), residual, 0.1);
    }

    [Theory]
    [InlineData("grid.mp4", 1)]
    [InlineData("grid.mp4", 0.25)]
    [InlineData("grid.webm", 0.5)]
    public void A_movie_lasts_as_long_as_its_song_at_its_speed(string movie, double slow)
    {
        Songs.Plucks(3).WriteWav(At("song.wav"));
        Assert.Equal(0, Run("grid", "song.wav", "-o", movie, "--slow", slow.ToString(CultureInfo.InvariantCulture)).Code);
        Assert.Equal(3 / slow, DurationOf(At(movie), "v"), 0.05);
        Assert.Equal(3 / slow, DurationOf(At(movie), "a"), 0.05);
    }

    [Fact]
    public void The_old_way_takes_a_tempo_and_a_number_of_components_and_draws_its_steps()
    {
        (int code, _, _) = Run(
            "grid", Demo, "-o", "grid.json", "--method", "nmf", "--components", "9", "--bpm", "112", "--steps", "steps.png");
        Assert.Equal(0, code);
        JsonElement grid = Json("grid.json");
        Assert.Equal(("nmf", 112), (grid.GetProperty("method").GetString(), grid.GetProperty("bpm").GetDouble()));
        Assert.InRange(grid.GetProperty("sounds").GetArrayLength(), 1, 9);
        Assert.True(File.Exists(At("steps.png")));
    }

    [Fact]
    public void Timbre_takes_over_by_itself_where_no_waveform_comes_again_and_says_so()
    {
        (int code, string output, _) = Run("grid", Repository.File("tests", "data", "songs", "never-the-same.flac"), "-o", "grid.json");
        Assert.Equal(0, code);
        Assert.Equal("timbre", Json("grid.json").GetProperty("method").GetString());
        Assert.Contains("Few sounds come again as the same waveform", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_song_of_samples_is_told_apart_by_waveform()
    {
        Assert.Equal(0, Run("grid", Demo, "-o", "grid.json").Code);
        Assert.Equal("waveform", Json("grid.json").GetProperty("method").GetString());
    }

    [Fact]
    public void Layers_are_stacked_in_the_order_in_which_they_are_named()
    {
        Assert.Equal(0, Run("grid", Demo, "-o", "grid.json", "--layers", "percussive,harmonic").Code);
        JsonElement grid = Json("grid.json");
        Assert.Equal(["percussive", "harmonic"], grid.GetProperty("layers").EnumerateArray().Select(layer => layer.GetString()));
        Assert.Equal(
            grid.GetProperty("sounds").GetArrayLength(),
            grid.GetProperty("sounds").EnumerateArray().Select(sound => sound.GetProperty("name").GetString()).Distinct().Count());
    }

    [Fact]
    public void The_notes_of_a_midi_file_are_the_onsets()
    {
        Songs.Plucks(3).WriteWav(At("song.wav"));
        var notes = Enumerable.Range(0, 12).Select(beat => new Note(beat * 240, 200, 60, 100));
        var score = new Score { Tempo = TempoMap.Constant(120), Tracks = [new Track { Notes = [.. notes] }] };
        File.WriteAllBytes(At("song.mid"), score.ToMidi().ToBytes());
        Assert.Equal(0, Run("grid", "song.wav", "-o", "grid.json", "--onsets", "song.mid").Code);
        double[] onsets = [.. Json("grid.json").GetProperty("events").EnumerateArray()
            .Select(block => block.GetProperty("onset").GetDouble())];
        Assert.NotEmpty(onsets);
        Assert.All(onsets, onset => Assert.Equal(0, Math.Abs(onset - Math.Round(onset * 4) / 4), 0.05));
    }

    [Fact]
    public void A_damaged_midi_file_is_read_leniently_when_asked()
    {
        Songs.Plucks(3).WriteWav(At("song.wav"));
        File.Copy(Repository.File("tests", "data", "midi", "invalid", "channel-event-parameter.mid"), At("song.mid"));
        Assert.Equal(1, Run("grid", "song.wav", "-o", "grid.json", "--onsets", "song.mid").Code);
        (int code, string output, _) = Run("grid", "song.wav", "-o", "grid.json", "--onsets", "song.mid", "--lenient");
        Assert.Equal(0, code);
        Assert.Contains("song.mid, byte 49: data byte should be 0 to 127", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_song_in_the_folder_of_its_sounds_is_not_overwritten()
    {
        Songs.Plucks(3).WriteWav(At("song.wav"));
        Assert.Equal(0, Run("grid", "song.wav", "--sounds", ".").Code);
        string first = Files.First(file => file.StartsWith("1 ", StringComparison.Ordinal));
        File.Copy(At("song.wav"), At(first), overwrite: true);
        Assert.Equal(2, Run("grid", first, "--sounds", ".").Code);
        Assert.Equal(File.ReadAllBytes(At("song.wav")), File.ReadAllBytes(At(first)));
    }

    private JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(At(name))).RootElement;

    private static double Energy(Sound a, Sound? b)
    {
        double sum = 0;
        for (int c = 0; c < a.Channels; c++)
        {
            for (int n = 0; n < a.Length; n++)
                sum += Math.Pow(a[c][n] - (b is null ? 0 : b[c][n]), 2);
        }

        return sum;
    }

    // Seconds from the first packet to the end of the last: WebM does not say them stream by stream.
    private static double DurationOf(string path, string stream)
    {
        string[] arguments =
            ["-v", "error", "-select_streams", stream, "-show_entries", "packet=pts_time,duration_time", "-of", "csv=p=0", path];
        var start = new ProcessStartInfo("ffprobe", arguments) { RedirectStandardOutput = true };
        using Process probe = Process.Start(start)!;
        string[] packets = probe.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        probe.WaitForExit();
        double[][] times = [.. packets.Select(packet => packet.TrimEnd(',').Split(',')
            .Select(text => double.TryParse(text, CultureInfo.InvariantCulture, out double value) ? value : 0).ToArray())];
        return times.Max(time => time[0] + time[1]) - Math.Max(0, times.Min(time => time[0]));
    }
}
