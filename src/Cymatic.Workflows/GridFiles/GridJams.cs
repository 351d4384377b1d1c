using System.Text.Json;
using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>A grid as a JAMS document: an annotation of tags for each layer, and the tempo when it is known.</summary>
/// <remarks>
/// JAMS 0.3 (Humphrey et al., ISMIR 2014). The namespace is tag_open because tags may overlap, as blocks do; the row order and the levels
/// stand in the sandboxes, which the schema leaves to us.
/// </remarks>
public static class GridJams
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes UTF-8 JSON.</summary>
    public static void Write(Stream stream, GridDocument document)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        WriteFileMetadata(json, document);
        json.WriteStartArray("annotations");
        foreach (string layer in document.Grid.Sounds.Select(sound => sound.Layer).Distinct())
            WriteLayer(json, document, layer);
        if (document.Grid.Bpm is { } bpm)
            WriteTempo(json, document, bpm);
        json.WriteEndArray();
        json.WriteStartObject("sandbox");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFileMetadata(Utf8JsonWriter json, GridDocument document)
    {
        json.WriteStartObject("file_metadata");
        json.WriteString("title", document.Title);
        json.WriteString("artist", "");
        json.WriteString("release", "");
        json.WriteNumber("duration", document.Grid.Duration);
        json.WriteStartObject("identifiers");
        json.WriteEndObject();
        json.WriteString("jams_version", "0.3.4");
        json.WriteEndObject();
    }

    private static void WriteLayer(Utf8JsonWriter json, GridDocument document, string layer)
    {
        SoundGrid grid = document.Grid;
        StartAnnotation(json, document, "tag_open");
        foreach (GridEvent block in grid.Events.Where(block => grid.Sounds[block.Row].Layer == layer))
            WriteObservation(
                json, block.Onset, block.Offset - block.Onset, value => value.WriteStringValue(grid.Sounds[block.Row].Name), null);
        json.WriteEndArray();
        json.WriteStartObject("sandbox");
        json.WriteString("layer", layer);
        json.WriteStartArray("rows");
        foreach (GridSound sound in grid.Sounds.Where(sound => sound.Layer == layer))
            json.WriteStringValue(sound.Name);
        json.WriteEndArray();
        json.WriteStartArray("level_db");
        foreach (GridEvent block in grid.Events.Where(block => grid.Sounds[block.Row].Layer == layer))
            json.WriteNumberValue(Math.Round(block.LevelDb, 2));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTempo(Utf8JsonWriter json, GridDocument document, double bpm)
    {
        StartAnnotation(json, document, "tempo");
        WriteObservation(json, 0, document.Grid.Duration, value => value.WriteNumberValue(bpm), 1);
        json.WriteEndArray();
        json.WriteStartObject("sandbox");
        json.WriteNumber("first_beat", document.Grid.FirstBeat);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Opens the annotation and its array of data.
    private static void StartAnnotation(Utf8JsonWriter json, GridDocument document, string schema)
    {
        json.WriteStartObject();
        json.WriteString("namespace", schema);
        json.WriteNumber("time", 0);
        json.WriteNumber("duration", document.Grid.Duration);
        json.WriteStartObject("annotation_metadata");
        json.WriteStartObject("curator");
        json.WriteString("name", "");
        json.WriteString("email", "");
        json.WriteEndObject();
        json.WriteStartObject("annotator");
        json.WriteEndObject();
        json.WriteString("version", "");
        json.WriteString("corpus", "");
        json.WriteString("annotation_tools", "Cymatic");
        json.WriteString("annotation_rules", $"One tag for each unique sound, by the method {document.Grid.Method}.");
        json.WriteString("validation", "");
        json.WriteString("data_source", "program");
        json.WriteEndObject();
        json.WriteStartArray("data");
    }

    private static void WriteObservation(
        Utf8JsonWriter json, double time, double duration, Action<Utf8JsonWriter> writeValue, double? confidence)
    {
        json.WriteStartObject();
        json.WriteNumber("time", time);
        json.WriteNumber("duration", duration);
        json.WritePropertyName("value");
        writeValue(json);
        if (confidence is { } number)
            json.WriteNumber("confidence", number);
        else
            json.WriteNull("confidence");
        json.WriteEndObject();
    }
}
