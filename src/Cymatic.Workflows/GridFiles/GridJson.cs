using System.Text.Json;
using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>A grid as JSON: everything that was found, in seconds, Hz and dB.</summary>
public static class GridJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>
    /// Writes UTF-8 JSON with the members "sounds" (id, row, name, layer, centroid_hz) and "events" (onset, offset, sound, level_db).
    /// </summary>
    public static void Write(Stream stream, GridDocument document)
    {
        using var json = new Utf8JsonWriter(stream, Indented);
        SoundGrid grid = document.Grid;
        json.WriteStartObject();
        json.WriteString("title", document.Title);
        json.WriteNumber("duration", Rounded(grid.Duration));
        json.WriteString("method", grid.Method);
        WriteTempo(json, grid);
        if (document.ResidualDb is { } residual)
            json.WriteNumber("residual_db", Math.Round(residual, 2));
        WriteStrings(json, "layers", grid.Sounds.Select(sound => sound.Layer).Distinct());
        WriteStrings(json, "remarks", grid.Remarks);
        WriteSounds(json, document);
        WriteEvents(json, document);
        json.WriteEndObject();
    }

    private static void WriteTempo(Utf8JsonWriter json, SoundGrid grid)
    {
        if (grid.Bpm is not { } bpm)
            return;
        json.WriteNumber("bpm", Math.Round(bpm, 3));
        json.WriteNumber("first_beat", Rounded(grid.FirstBeat));
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteSounds(Utf8JsonWriter json, GridDocument document)
    {
        json.WriteStartArray("sounds");
        for (int row = 0; row < document.Grid.Sounds.Count; row++)
        {
            GridSound sound = document.Grid.Sounds[row];
            json.WriteStartObject();
            json.WriteString("id", document.IdOf(row));
            json.WriteNumber("row", row);
            json.WriteString("name", sound.Name);
            json.WriteString("layer", sound.Layer);
            json.WriteNumber("centroid_hz", Math.Round(sound.CentroidHz, 1));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteEvents(Utf8JsonWriter json, GridDocument document)
    {
        json.WriteStartArray("events");
        foreach (GridEvent block in document.Grid.Events)
        {
            json.WriteStartObject();
            json.WriteNumber("onset", Rounded(block.Onset));
            json.WriteNumber("offset", Rounded(block.Offset));
            json.WriteString("sound", document.IdOf(block.Row));
            json.WriteNumber("level_db", Math.Round(block.LevelDb, 2));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static double Rounded(double seconds) => Math.Round(seconds, 6);
}
