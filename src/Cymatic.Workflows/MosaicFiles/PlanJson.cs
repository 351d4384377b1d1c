using System.Text.Json;
using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>A mosaic's plan as JSON: everything that was decided, in seconds and dB.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    /// <summary>
    /// Writes UTF-8 JSON with the members "sources" (path, duration, has_video, seconds_used, pieces), "units" (target, duration, source,
    /// unit, source_time, gain_db, cost, run) and "frames": for each frame of the movie ("target") where the piece that sounds strongest
    /// then is taken from ("source", "source_time"). Frames in which nothing sounds are left out.
    /// </summary>
    public static void Write(Stream stream, MosaicDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var json = new Utf8JsonWriter(stream, Indented);
        json.WriteStartObject();
        json.WriteString("title", document.Title);
        json.WriteString("target", document.Target);
        json.WriteNumber("duration", Rounded(document.Plan.Duration));
        json.WriteString("method", document.Plan.Method);
        json.WriteString("frame_rate", document.Rate.ToString());
        WriteSources(json, document);
        WriteUnits(json, document);
        WriteFrames(json, document);
        json.WriteEndObject();
    }

    private static void WriteSources(Utf8JsonWriter json, MosaicDocument document)
    {
        ILookup<PlanSource, MosaicCredit> credits = MosaicCredit.Of(document.Plan, document.Runs).ToLookup(credit => credit.Source);
        json.WriteStartArray("sources");
        foreach (PlanSource source in document.Plan.Sources)
        {
            json.WriteStartObject();
            json.WriteString("path", source.Path);
            json.WriteNumber("duration", Rounded(source.Duration));
            json.WriteBoolean("has_video", source.HasVideo);
            json.WriteNumber("seconds_used", Rounded(credits[source].Sum(credit => credit.Seconds)));
            json.WriteNumber("pieces", credits[source].Sum(credit => credit.Pieces));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUnits(Utf8JsonWriter json, MosaicDocument document)
    {
        var runOf = new int[document.Plan.Units.Count];
        for (int run = 0; run < document.Runs.Count; run++)
        {
            foreach (int unit in document.Runs[run].Units)
                runOf[unit] = run;
        }

        json.WriteStartArray("units");
        for (int i = 0; i < runOf.Length; i++)
        {
            PlanUnit unit = document.Plan.Units[i];
            json.WriteStartObject();
            json.WriteNumber("target", Rounded(unit.TargetTime));
            json.WriteNumber("duration", Rounded(unit.Duration));
            json.WriteNumber("source", unit.Source);
            json.WriteNumber("unit", unit.Unit);
            json.WriteNumber("source_time", Rounded(unit.SourceTime));
            json.WriteNumber("gain_db", Math.Round(unit.GainDb, 3));
            json.WriteNumber("cost", Math.Round(unit.Cost, 4));
            json.WriteNumber("run", runOf[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFrames(Utf8JsonWriter json, MosaicDocument document)
    {
        FrameRate rate = document.Rate;
        json.WriteStartArray("frames");
        var schedule = new PictureSchedule(document.Plan, document.Runs, rate, new MosaicPictureOptions());
        int n = 0;
        foreach (ShownFrameParts parts in schedule.Frames())
        {
            if (parts.Moments.Length > 0)
            {
                json.WriteStartObject();
                json.WriteNumber("target", n);
                json.WriteNumber("source", parts.Moments[0].Source);
                json.WriteNumber("source_time", Rounded(Math.Max(0, parts.Moments[0].Time - rate.TimeOf(1) / 2)));
                json.WriteEndObject();
            }

            n++;
        }

        json.WriteEndArray();
    }

    private static double Rounded(double seconds) => Math.Round(seconds, 6);
}
