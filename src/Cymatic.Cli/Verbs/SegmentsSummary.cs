using System.Text.Json;
using Cymatic.Signal;
using Cymatic.Workflows;
using static System.FormattableString;
using static Cymatic.Cli.SummaryParts;

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
            json.WriteStrings("remarks", result.Remarks);
            json.WriteStrings("files", result.Files);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }
}
