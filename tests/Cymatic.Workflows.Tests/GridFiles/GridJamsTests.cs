using System.Text.Json;

namespace Cymatic.Workflows.Tests;

/// <summary>What the schema of JAMS 0.3 asks for.</summary>
public sealed class GridJamsTests
{
    private readonly JsonElement _jams = JsonDocument.Parse(Documents.Bytes(GridJams.Write)).RootElement;

    [Fact]
    public void The_members_of_a_document_are_those_of_the_schema() =>
        Assert.Equal(["annotations", "file_metadata", "sandbox"], _jams.EnumerateObject().Select(member => member.Name).Order());

    [Fact]
    public void The_file_has_a_duration_and_text_elsewhere()
    {
        JsonElement file = _jams.GetProperty("file_metadata");
        Assert.Equal(4.5, file.GetProperty("duration").GetDouble());
        Assert.Matches("^0\\.3\\.[0-9]$", file.GetProperty("jams_version").GetString());
        Assert.Equal(JsonValueKind.Object, file.GetProperty("identifiers").ValueKind);
        Assert.All(["title", "artist", "release"], name => Assert.Equal(JsonValueKind.String, file.GetProperty(name).ValueKind));
    }

    [Fact]
    public void An_annotation_has_what_the_schema_requires() =>
        Assert.All(_jams.GetProperty("annotations").EnumerateArray(), annotation =>
        {
            Assert.Equal(JsonValueKind.String, annotation.GetProperty("namespace").ValueKind);
            Assert.Equal(JsonValueKind.Array, annotation.GetProperty("data").ValueKind);
            Assert.Equal(JsonValueKind.Object, annotation.GetProperty("sandbox").ValueKind);
            JsonElement curator = annotation.GetProperty("annotation_metadata").GetProperty("curator");
            Assert.All(["name", "email"], name => Assert.Equal(JsonValueKind.String, curator.GetProperty(name).ValueKind));
        });

    [Fact]
    public void An_observation_has_time_duration_value_and_confidence()
    {
        IEnumerable<JsonElement> observations = _jams.GetProperty("annotations").EnumerateArray()
            .SelectMany(annotation => annotation.GetProperty("data").EnumerateArray());
        Assert.All(observations, observation =>
        {
            Assert.Equal(["confidence", "duration", "time", "value"], observation.EnumerateObject().Select(member => member.Name).Order());
            Assert.True(observation.GetProperty("time").GetDouble() >= 0 && observation.GetProperty("duration").GetDouble() >= 0);
        });
    }

    [Fact]
    public void Each_layer_is_an_annotation_of_open_tags_and_the_tempo_is_one_more() =>
        Assert.Equal(
            [("tag_open", 2), ("tag_open", 3), ("tempo", 1)],
            _jams.GetProperty("annotations").EnumerateArray()
                .Select(annotation => (annotation.GetProperty("namespace").GetString()!, annotation.GetProperty("data").GetArrayLength())));

    [Fact]
    public void A_tag_is_the_sounds_name_over_the_block()
    {
        JsonElement tag = _jams.GetProperty("annotations")[1].GetProperty("data")[1];
        Assert.Equal(
            (0.5, 2.0, "low 2"),
            (tag.GetProperty("time").GetDouble(), tag.GetProperty("duration").GetDouble(), tag.GetProperty("value").GetString()));
    }

    [Fact]
    public void The_tempo_is_a_number_with_a_confidence()
    {
        JsonElement tempo = _jams.GetProperty("annotations")[2].GetProperty("data")[0];
        Assert.Equal((120.0, 1.0), (tempo.GetProperty("value").GetDouble(), tempo.GetProperty("confidence").GetDouble()));
    }
}
