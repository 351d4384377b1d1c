using System.Text.Json;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A mosaic as an OpenTimelineIO timeline: tracks of pictures and of sound, a clip for each run.</summary>
/// <remarks>Files are named by absolute paths. Each clip's gain in dB stands in its metadata under "cymatic".</remarks>
public static class PlanOtio
{
    private const int MostPending = 1 << 16;
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>Writes UTF-8 JSON by the schemas Timeline.1, Stack.1, Track.1, Clip.1 and Gap.1.</summary>
    public static void Write(Stream stream, MosaicDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var json = new Utf8JsonWriter(stream, Indented);
        IReadOnlyList<IReadOnlyList<TimelineClip>> tracks = TimelineClip.Tracks(document);
        Begin(json, "Timeline.1", document.Title);
        json.WriteNull("global_start_time");
        json.WriteStartObject("tracks");
        Fill(json, "Stack.1", "tracks");
        json.WriteNull("source_range");
        Empty(json, "effects", "markers");
        json.WriteStartArray("children");
        foreach (IReadOnlyList<TimelineClip> track in tracks)
            WriteTrack(json, document, track, isVideo: true);
        foreach (IReadOnlyList<TimelineClip> track in tracks)
            WriteTrack(json, document, track, isVideo: false);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTrack(Utf8JsonWriter json, MosaicDocument document, IReadOnlyList<TimelineClip> track, bool isVideo)
    {
        Begin(json, "Track.1", isVideo ? "Picture" : "Sound");
        json.WriteString("kind", isVideo ? "Video" : "Audio");
        json.WriteNull("source_range");
        Empty(json, "effects", "markers");
        json.WriteStartArray("children");
        long at = 0;
        foreach (TimelineClip clip in track.Where(clip => !isVideo || document.Plan.Sources[clip.Run.Source].HasVideo))
        {
            if (clip.First > at)
                WriteGap(json, clip.First - at, document.Rate);
            WriteClip(json, document, clip);
            at = clip.End;
            if (json.BytesPending > MostPending)
                json.Flush(); // an hour has 200 MB
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteGap(Utf8JsonWriter json, long length, FrameRate rate)
    {
        Begin(json, "Gap.1", "");
        Range(json, "source_range", (0, length), rate);
        Empty(json, "effects", "markers");
        json.WriteEndObject();
    }

    private static void WriteClip(Utf8JsonWriter json, MosaicDocument document, TimelineClip clip)
    {
        PlanSource source = document.Plan.Sources[clip.Run.Source];
        json.WriteStartObject();
        json.WriteString("OTIO_SCHEMA", "Clip.1");
        json.WriteString("name", document.NameOf(clip.Run.Source));
        json.WriteStartObject("metadata");
        json.WriteStartObject("cymatic");
        json.WriteNumber("gain_db", Math.Round(clip.Run.Units.Average(unit => document.Plan.Units[unit].GainDb), 3));
        json.WriteEndObject();
        json.WriteEndObject();
        Range(json, "source_range", (clip.SourceFirst, clip.Length), document.Rate);
        Empty(json, "effects", "markers");
        json.WriteStartObject("media_reference");
        Fill(json, "ExternalReference.1", document.NameOf(clip.Run.Source));
        json.WriteString("target_url", new Uri(Path.GetFullPath(source.Path)).AbsoluteUri);
        Range(json, "available_range", (0, TimelineClip.FramesOf(source, document.Rate)), document.Rate);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Begin(Utf8JsonWriter json, string schema, string name)
    {
        json.WriteStartObject();
        Fill(json, schema, name);
    }

    private static void Fill(Utf8JsonWriter json, string schema, string name)
    {
        json.WriteString("OTIO_SCHEMA", schema);
        json.WriteString("name", name);
        json.WriteStartObject("metadata");
        json.WriteEndObject();
    }

    private static void Empty(Utf8JsonWriter json, params string[] lists)
    {
        foreach (string list in lists)
        {
            json.WriteStartArray(list);
            json.WriteEndArray();
        }
    }

    private static void Range(Utf8JsonWriter json, string name, (long First, long Length) range, FrameRate rate)
    {
        json.WriteStartObject(name);
        json.WriteString("OTIO_SCHEMA", "TimeRange.1");
        Moment(json, "start_time", range.First, rate);
        Moment(json, "duration", range.Length, rate);
        json.WriteEndObject();
    }

    private static void Moment(Utf8JsonWriter json, string name, long frames, FrameRate rate)
    {
        json.WriteStartObject(name);
        json.WriteString("OTIO_SCHEMA", "RationalTime.1");
        json.WriteNumber("rate", (double)rate.Num / rate.Den);
        json.WriteNumber("value", frames);
        json.WriteEndObject();
    }
}
