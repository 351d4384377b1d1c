using System.Text.Json;
using Cymatic.Media;

namespace Cymatic.Cli.Tests;

/// <summary>Whatever is handed in, there comes a clear sentence or a sensible grid.</summary>
public sealed class BadInputTests : CliTest
{
    [Fact]
    public void A_file_that_is_no_media_file_is_refused()
    {
        File.WriteAllText(At("song.flac"), "This is a shopping list, not a song: apples, pears, and a bass drum.");
        AssertRefused("song.flac");
    }

    [Fact]
    public void An_empty_file_is_refused()
    {
        File.WriteAllBytes(At("song.wav"), []);
        AssertRefused("song.wav");
    }

    [Fact]
    public void A_video_without_sound_is_refused()
    {
        Songs.WriteSilentVideo(At("film.mp4"));
        AssertRefused("film.mp4");
    }

    [Fact]
    public void A_wav_file_whose_header_lies_is_refused_or_read()
    {
        byte[] wav = File.ReadAllBytes(Songs.Plucks(1).WriteWav(At("song.wav")));
        // The header's size field claims four billion bytes.
        wav.AsSpan(4, 4).Fill(0xFF);
        File.WriteAllBytes(At("song.wav"), wav);
        AssertGridOrRefused("song.wav");
    }

    [Fact]
    public void Silence_is_a_grid_without_sounds()
    {
        Songs.From(3, 44100, _ => 0).WriteWav(At("song.wav"));
        Assert.Equal(0, AssertGrid("song.wav").GetProperty("sounds").GetArrayLength());
    }

    [Fact]
    public void Fifty_milliseconds_are_a_grid_or_refused()
    {
        Songs.Plucks(0.05).WriteWav(At("song.wav"));
        AssertGridOrRefused("song.wav");
    }

    [Fact]
    public void One_constant_tone_is_a_grid_of_few_sounds()
    {
        Songs.From(4, 22050, t => 0.4 * Math.Sin(2 * Math.PI * 440 * t)).WriteWav(At("song.wav"));
        Assert.InRange(AssertGrid("song.wav").GetProperty("sounds").GetArrayLength(), 0, 2);
    }

    [Fact]
    public void A_song_that_is_rebuilt_to_the_last_bit_has_a_residual_that_json_can_hold()
    {
        Songs.From(2, 22050, t => 0.4 * Math.Sin(2 * Math.PI * 440 * t)).WriteWav(At("song.wav"));
        (int code, _, string errors) = Run("grid", "song.wav", "-o", "grid.json", "--rebuild", "again.wav");
        Assert.True(code == 0, errors);
        Assert.InRange(JsonDocument.Parse(File.ReadAllText(At("grid.json"))).RootElement.GetProperty("residual_db").GetDouble(), -200, -20);
    }

    [Fact]
    public void Samples_that_no_sound_has_are_refused()
    {
        Songs.From(1, 22050, t => 1e30 * Math.Sin(2 * Math.PI * 440 * t)).WriteWav(At("song.wav"));
        AssertRefused("song.wav");
    }

    [Fact]
    public void One_hertz_is_a_grid_or_refused()
    {
        Songs.From(30, 1, t => Math.Sin(t)).WriteWav(At("song.wav"));
        AssertGridOrRefused("song.wav");
    }

    [Fact]
    public void Three_hundred_and_eighty_four_kilohertz_are_a_grid()
    {
        Songs.Plucks(2, 384_000).WriteWav(At("song.wav"));
        Assert.InRange(AssertGrid("song.wav").GetProperty("sounds").GetArrayLength(), 1, 8);
    }

    [Fact]
    public void Seven_channels_are_a_grid()
    {
        Songs.Plucks(2, channels: 7).WriteWav(At("song.wav"));
        Assert.InRange(AssertGrid("song.wav").GetProperty("sounds").GetArrayLength(), 1, 8);
    }

    [Fact]
    public void Samples_that_are_no_numbers_are_silence_and_a_remark()
    {
        byte[] wav = File.ReadAllBytes(Songs.Plucks(2).WriteWav(At("song.wav")));
        for (int n = 0; n < 50; n++)
            BitConverter.TryWriteBytes(wav.AsSpan(wav.Length - 4 * (n * 37 + 1)), n % 2 == 0 ? float.NaN : float.PositiveInfinity);
        File.WriteAllBytes(At("song.wav"), wav);
        Assert.Contains(
            AssertGrid("song.wav").GetProperty("remarks").EnumerateArray(),
            remark => remark.GetString()!.Contains("50", StringComparison.Ordinal));
    }

    [Fact]
    public void A_truncated_mp3_is_a_grid_of_what_is_there()
    {
        AudioFile.Write(At("whole.mp3"), Songs.Plucks(8));
        byte[] mp3 = File.ReadAllBytes(At("whole.mp3"));
        File.WriteAllBytes(At("song.mp3"), mp3[..(mp3.Length / 2 + 13)]);
        File.Delete(At("whole.mp3"));
        Assert.InRange(AssertGrid("song.mp3").GetProperty("duration").GetDouble(), 3, 5);
    }

    [Fact]
    public void A_midi_file_of_garbage_is_refused_with_the_place()
    {
        Songs.Plucks(2).WriteWav(At("song.wav"));
        File.WriteAllBytes(At("onsets.mid"), [.. "MThd"u8, 0, 0, 0, 6, 0, 1, 0, 1, 0, 96, .. "MTrk"u8, 0, 0, 0, 4, 0xFE, 0xED, 0xFA, 0xCE]);
        (int code, _, string errors) = Run("grid", "song.wav", "--onsets", "onsets.mid", "-o", "a.json");
        Assert.Equal(1, code);
        Assert.StartsWith("onsets.mid, byte ", errors, StringComparison.Ordinal);
        AssertSentence(errors);
        Assert.Equal(["onsets.mid", "song.wav"], Files);
    }

    [Fact]
    public void A_midi_file_that_is_the_output_is_refused()
    {
        Songs.Plucks(2).WriteWav(At("song.wav"));
        File.WriteAllBytes(At("onsets.mid"), [1, 2, 3]);
        Assert.Equal(2, Run("grid", "song.wav", "--onsets", "onsets.mid", "-o", "onsets.mid").Code);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(At("onsets.mid")));
    }

    private JsonElement AssertGrid(string song)
    {
        (int code, _, string errors) = Run("grid", song, "-o", "grid.json", "-o", "grid.png", "-o", "grid.mid");
        Assert.True(code == 0, errors);
        Assert.Equal(new[] { "grid.json", "grid.mid", "grid.png", song }.Order(StringComparer.Ordinal), Files);
        return JsonDocument.Parse(File.ReadAllText(At("grid.json"))).RootElement.Clone();
    }

    private void AssertRefused(string song)
    {
        (int code, string output, string errors) = Run("grid", song, "-o", "grid.json", "-o", "grid.png", "--quiet");
        Assert.Equal((1, ""), (code, output));
        AssertSentence(errors);
        Assert.Contains(song, errors, StringComparison.Ordinal);
        Assert.Equal([song], Files);
    }

    private void AssertGridOrRefused(string song)
    {
        (int code, _, string errors) = Run("grid", song, "-o", "grid.json", "-o", "grid.png", "--quiet");
        Assert.InRange(code, 0, 1);
        if (code == 1)
            AssertSentence(errors);
        Assert.Equal(code == 0 ? new[] { "grid.json", "grid.png", song } : [song], Files);
    }
}
