using System.Text.Json;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>A song's structure as JSON, in seconds.</summary>
public static class SegmentJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>
    /// Writes UTF-8 JSON with "beats" (where beats or fragments begin), "levels" (clusters, boundaries, labels, segments) and
    /// "candidates" (the numbers of kinds that were compared).
    /// </summary>
    public static void Write(Stream stream, SegmentDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var json = new Utf8JsonWriter(stream, Indented);
        SongStructure structure = document.Structure;
        json.WriteStartObject();
        json.WriteString("title", document.Title);
        json.WriteNumber("duration", Rounded(structure.Features.Duration));
        json.WriteNumber("bpm", Math.Round(structure.Features.Bpm, 3));
        if (structure.FragmentBeats is { } beats)
            json.WriteNumber("fragment_beats", beats);
        else
            json.WriteNumber("mix", Math.Round(structure.Mix, 6));
        WriteNumbers(json, "beats", structure.Times[..^1]);
        WriteNumbers(json, "eigenvalues", structure.Eigenvalues);
        json.WriteNumber("best", document.Best.Clusters);
        json.WriteStartArray("levels");
        foreach (StructureLevel level in document.Levels)
            WriteLevel(json, document, level);
        json.WriteEndArray();
        WriteCandidates(json, structure);
        json.WriteStartArray("remarks");
        foreach (string remark in document.Remarks)
            json.WriteStringValue(remark);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLevel(Utf8JsonWriter json, SegmentDocument document, StructureLevel level)
    {
        json.WriteStartObject();
        json.WriteNumber("clusters", level.Clusters);
        WriteNumbers(json, "boundaries", level.Segments.Select(segment => segment.Start).Append(level.Segments[^1].End));
        json.WriteStartArray("segments");
        foreach (SongSegment segment in level.Segments)
        {
            json.WriteStartObject();
            json.WriteNumber("start", Rounded(segment.Start));
            json.WriteNumber("end", Rounded(segment.End));
            json.WriteString("label", document.NameOf(segment.Label));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("labels");
        foreach (int label in level.Labels)
            json.WriteStringValue(document.NameOf(label));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCandidates(Utf8JsonWriter json, SongStructure structure)
    {
        json.WriteStartArray("candidates");
        foreach (StructureLevel level in structure.Levels.Where(level => double.IsFinite(level.Stability)))
        {
            json.WriteStartObject();
            json.WriteNumber("clusters", level.Clusters);
            json.WriteNumber(structure.FragmentBeats is null ? "stability" : "silhouette", Math.Round(level.Stability, 4));
            if (double.IsFinite(level.Eigengap))
                json.WriteNumber("eigengap", Math.Round(level.Eigengap, 6));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (double number in numbers)
            json.WriteNumberValue(Rounded(number));
        json.WriteEndArray();
    }

    private static double Rounded(double number) => Math.Round(number, 6);
}
