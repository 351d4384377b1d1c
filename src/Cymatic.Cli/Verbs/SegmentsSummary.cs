using System.Globalization;
using System.Text.Json;
using Cymatic.Signal;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>What the user is told at the end.</summary>
internal static class SegmentsSummary
{
    public static void Write(TextWriter writer, SegmentResult result)
    {
        BeatFeatures features = result.Structure.Features;
        string unit = result.Structure.FragmentBeats is null ? "segment" : "fragment";
        IEnumerable<string> counts =
            result.Levels.Select(level => $"{Count(level.Segments.Count, unit)} of {Count(level.Clusters, "kind")}");
        writer.WriteLine(Invariant($"{string.Join(", ", counts)} in {features.Duration:0.0} s, {features.Bpm:0.##} beats a minute."));
        foreach (string remark in result.Remarks)
            writer.WriteLine(remark);
        foreach (string file in result.Files)
            writer.WriteLine($"Wrote {file}");
    }

    public static void WriteJson(Stream stream, string song, SegmentResult result)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            BeatFeatures features = result.Structure.Features;
            json.WriteStartObject();
            json.WriteString("song", song);
            json.WriteNumber("duration", features.Duration);
            json.WriteNumber("bpm", features.Bpm);
            json.WriteNumber("beats", features.Beats);
            if (result.Structure.FragmentBeats is { } beats)
                json.WriteNumber("fragment_beats", beats);
            json.WriteNumber("best", result.Structure.Best.Clusters);
            json.WriteStartArray("levels");
            foreach (StructureLevel level in result.Levels)
            {
                json.WriteStartObject();
                json.WriteNumber("clusters", level.Clusters);
                json.WriteNumber("segments", level.Segments.Count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteStrings(json, "remarks", result.Remarks);
            WriteStrings(json, "files", result.Files);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
