using System.Text.Json;
using Cymatic.Grid;
using Cymatic.Workflows;
using static System.FormattableString;
using static Cymatic.Cli.SummaryParts;

namespace Cymatic.Cli;

/// <summary>What the user is told at the end.</summary>
internal static class GridSummary
{
    public static void Write(TextWriter writer, GridResult result)
    {
        SoundGrid grid = result.Grid;
        string tempo = grid.Bpm is { } bpm ? Invariant($", {bpm:0.##} beats a minute") : "";
        string counts = $"{Count(grid.Sounds.Count, "unique sound")}, {Count(grid.Events.Count, "block")}";
        writer.WriteLine(Invariant($"{counts} in {grid.Duration:0.0} s{tempo}; method {grid.Method}."));
        foreach (string remark in result.Remarks)
            writer.WriteLine(remark);
        if (result.ResidualDb is { } residual)
            writer.WriteLine(Invariant($"What the grid leaves unexplained lies at {residual:0.0} dB."));
        if (result.SoundFiles.Count > 0)
            writer.WriteLine($"Wrote {Count(result.SoundFiles.Count, "sound")} into {Path.GetDirectoryName(result.SoundFiles[0])}");
        foreach (string file in result.Files)
            writer.WriteLine($"Wrote {file}");
    }

    public static void WriteJson(Stream stream, string song, GridResult result)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            SoundGrid grid = result.Grid;
            json.WriteStartObject();
            json.WriteString("song", song);
            json.WriteNumber("sounds", grid.Sounds.Count);
            json.WriteNumber("blocks", grid.Events.Count);
            json.WriteNumber("duration", grid.Duration);
            if (grid.Bpm is { } bpm)
                json.WriteNumber("bpm", bpm);
            json.WriteString("method", grid.Method);
            if (result.ResidualDb is { } residual)
                json.WriteNumber("residual_db", residual);
            json.WriteStrings("remarks", result.Remarks);
            json.WriteStrings("files", result.Files.Concat(result.SoundFiles));
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
    }
}
