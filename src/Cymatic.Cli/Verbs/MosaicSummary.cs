using System.Text.Json;
using Cymatic.Workflows;
using static System.FormattableString;

namespace Cymatic.Cli;

/// <summary>What the user is told of a mosaic at the end.</summary>
internal static class MosaicSummary
{
    private const int MostCredits = 8;

    public static void Write(TextWriter writer, MosaicResult result)
    {
        MosaicFigures figures = result.Figures;
        string method = $"method {result.Plan.Method}";
        writer.WriteLine(Invariant($"{figures.Units} units in {figures.Pieces} pieces, {result.Plan.Duration:0.0} s; {method}."));
        string kept = Invariant($"timbre of the sources kept {figures.Fit.TimbreKept:0 %}");
        writer.WriteLine(Invariant($"Fit {figures.Fit.Db:0.0} dB, levels {figures.Fit.EnvelopeDb:0.0} dB, {kept}."));
        string most = Invariant($"{figures.Repeats:0 %} of the units are repeats, the most used one is heard in {figures.MostUsed:0.0 %}");
        writer.WriteLine(Invariant($"A piece lasts {figures.MeanPieceSeconds:0.00} s on average; {most}."));
        if (figures.SyncErrorMs is var (mean, largest))
            writer.WriteLine(Invariant($"Picture and sound are apart by {mean:0.0} ms on average, {largest:0.0} ms at most."));
        foreach (MosaicCredit credit in result.Credits.Take(MostCredits))
            writer.WriteLine(Invariant($"{credit.Seconds,8:0.0} s of {credit.Source.Path}"));
        if (result.Credits.Count > MostCredits)
            writer.WriteLine(Invariant($"and of {result.Credits.Count - MostCredits} more"));
        foreach (string remark in result.Remarks)
            writer.WriteLine(remark);
        foreach (string file in result.Files)
            writer.WriteLine($"Wrote {file}");
    }

    public static void WriteJson(Stream stream, string target, MosaicResult result)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("target", target);
            json.WriteString("method", result.Plan.Method);
            json.WriteNumber("duration", result.Plan.Duration);
            WriteFigures(json, result.Figures);
            json.WriteStartArray("credits");
            foreach (MosaicCredit credit in result.Credits)
            {
                json.WriteStartObject();
                json.WriteString("path", credit.Source.Path);
                json.WriteNumber("seconds", Math.Round(credit.Seconds, 3));
                json.WriteNumber("pieces", credit.Pieces);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStrings("remarks", result.Remarks);
            json.WriteStrings("files", result.Files);
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }

    private static void WriteFigures(Utf8JsonWriter json, MosaicFigures figures)
    {
        json.WriteNumber("units", figures.Units);
        json.WriteNumber("pieces", figures.Pieces);
        json.WriteNumber("mean_piece_seconds", Math.Round(figures.MeanPieceSeconds, 4));
        json.WriteNumber("fit_db", Math.Round(figures.Fit.Db, 3));
        json.WriteNumber("envelope_db", Math.Round(figures.Fit.EnvelopeDb, 3));
        json.WriteNumber("timbre_kept", Math.Round(figures.Fit.TimbreKept, 4));
        json.WriteNumber("repeats", Math.Round(figures.Repeats, 4));
        json.WriteNumber("most_used", Math.Round(figures.MostUsed, 4));
        if (figures.SyncErrorMs is var (mean, largest))
        {
            json.WriteNumber("sync_error_ms", Math.Round(mean, 3));
            json.WriteNumber("sync_error_most_ms", Math.Round(largest, 3));
        }
    }
}
