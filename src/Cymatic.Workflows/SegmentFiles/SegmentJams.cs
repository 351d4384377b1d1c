using System.Text.Json;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>A song's structure as a JAMS document: segments, the hierarchy of several levels, beats and tempo.</summary>
/// <remarks>
/// JAMS 0.3 (Humphrey et al., ISMIR 2014): segment_open for one level, multi_segment (label and level, 0 the coarsest) for several, as
/// mir_eval's segment and hierarchy metrics are fed from them; beat and tempo beside them.
/// </remarks>
public static class SegmentJams
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes UTF-8 JSON.</summary>
    public static void Write(Stream stream, SegmentDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        WriteFileMetadata(json, document);
        json.WriteStartArray("annotations");
        Annotate(json, document, "segment_open", () =>
        {
            foreach (SongSegment segment in document.Best.Segments)
                Observe(json, (segment.Start, segment.End - segment.Start), () => json.WriteStringValue(document.NameOf(segment.Label)));
        });
        if (document.Levels.Count > 1)
            Annotate(json, document, "multi_segment", () => WriteLevels(json, document));
        Annotate(json, document, "beat", () => WriteBeats(json, document));
        if (document.Structure.Features.Bpm > 0)
        {
            double duration = document.Structure.Features.Duration, bpm = Math.Round(document.Structure.Features.Bpm, 3);
            Annotate(json, document, "tempo", () => Observe(json, (0, duration), () => json.WriteNumberValue(bpm), confidence: 1));
        }

        json.WriteEndArray();
        WriteEmpty(json, "sandbox");
        json.WriteEndObject();
    }

    private static void WriteLevels(Utf8JsonWriter json, SegmentDocument document)
    {
        for (int level = 0; level < document.Levels.Count; level++)
        {
            foreach (SongSegment segment in document.Levels[level].Segments)
            {
                Observe(json, (segment.Start, segment.End - segment.Start), () =>
                {
                    json.WriteStartObject();
                    json.WriteString("label", document.NameOf(segment.Label));
                    json.WriteNumber("level", level);
                    json.WriteEndObject();
                });
            }
        }
    }

    // Where each beat stands in its bar is not known.
    private static void WriteBeats(Utf8JsonWriter json, SegmentDocument document)
    {
        BeatFeatures features = document.Structure.Features;
        for (int i = 0; i < features.Beats; i++)
        {
            if (i > 0 || features.Times[0] > 0)
                Observe(json, (features.Times[i], 0), json.WriteNullValue);
        }
    }

    private static void WriteFileMetadata(Utf8JsonWriter json, SegmentDocument document)
    {
        json.WriteStartObject("file_metadata");
        json.WriteString("title", document.Title);
        json.WriteString("artist", "");
        json.WriteString("release", "");
        json.WriteNumber("duration", document.Structure.Features.Duration);
        WriteEmpty(json, "identifiers");
        json.WriteString("jams_version", "0.3.4");
        json.WriteEndObject();
    }

    private static void Annotate(Utf8JsonWriter json, SegmentDocument document, string schema, Action writeData)
    {
        json.WriteStartObject();
        json.WriteString("namespace", schema);
        json.WriteNumber("time", 0);
        json.WriteNumber("duration", document.Structure.Features.Duration);
        json.WriteStartObject("annotation_metadata");
        json.WriteStartObject("curator");
        json.WriteString("name", "");
        json.WriteString("email", "");
        json.WriteEndObject();
        WriteEmpty(json, "annotator");
        json.WriteString("version", "");
        json.WriteString("corpus", "");
        json.WriteString("annotation_tools", "Cymatic");
        json.WriteString("annotation_rules", "Laplacian segmentation (McFee and Ellis, ISMIR 2014).");
        json.WriteString("validation", "");
        json.WriteString("data_source", "program");
        json.WriteEndObject();
        json.WriteStartArray("data");
        writeData();
        json.WriteEndArray();
        WriteEmpty(json, "sandbox");
        json.WriteEndObject();
    }

    private static void Observe(Utf8JsonWriter json, (double Time, double Duration) span, Action writeValue, double? confidence = null)
    {
        json.WriteStartObject();
        json.WriteNumber("time", Math.Round(span.Time, 6));
        json.WriteNumber("duration", Math.Round(span.Duration, 6));
        json.WritePropertyName("value");
        writeValue();
        if (confidence is { } number)
            json.WriteNumber("confidence", number);
        else
            json.WriteNull("confidence");
        json.WriteEndObject();
    }

    private static void WriteEmpty(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteEndObject();
    }
}
