using System.Text.Json;

namespace Cymatic.Workflows.Tests;

public sealed class GridJsonTests
{
    private readonly JsonElement _json = JsonDocument.Parse(Documents.Bytes(GridJson.Write)).RootElement;

    [Fact]
    public void Every_event_names_a_sound_that_is_there()
    {
        HashSet<string?> ids = [.. _json.GetProperty("sounds").EnumerateArray().Select(sound => sound.GetProperty("id").GetString())];
        Assert.Equal(3, ids.Count);
        Assert.All(_json.GetProperty("events").EnumerateArray(), block => Assert.Contains(block.GetProperty("sound").GetString(), ids));
    }

    [Fact]
    public void Rows_are_numbered_from_the_top() =>
        Assert.Equal([0, 1, 2], _json.GetProperty("sounds").EnumerateArray().Select(sound => sound.GetProperty("row").GetInt32()));

    [Fact]
    public void Onsets_and_offsets_are_seconds()
    {
        JsonElement block = _json.GetProperty("events")[2];
        Assert.Equal(
            (0.5, 2.5, -16.0),
            (block.GetProperty("onset").GetDouble(), block.GetProperty("offset").GetDouble(), block.GetProperty("level_db").GetDouble()));
    }

    [Fact]
    public void What_is_known_of_the_song_stands_beside_them() =>
        Assert.Equal(
            ("A \"song\"", 4.5, "waveform", 120.0, -18.26, 2, "One remark."),
            (_json.GetProperty("title").GetString(), _json.GetProperty("duration").GetDouble(), _json.GetProperty("method").GetString(),
                _json.GetProperty("bpm").GetDouble(), _json.GetProperty("residual_db").GetDouble(),
                _json.GetProperty("layers").GetArrayLength(),
                _json.GetProperty("remarks")[0].GetString()));

    [Fact]
    public void A_tempo_that_is_not_known_is_left_out() =>
        Assert.False(JsonDocument.Parse(Documents.Bytes(GridJson.Write, Documents.Small(bpm: null))).RootElement
            .TryGetProperty("bpm", out _));
}
