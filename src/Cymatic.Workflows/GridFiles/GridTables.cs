using System.Text;
using Cymatic.Grid;

namespace Cymatic.Workflows;

/// <summary>A grid as a table: a label track for Audacity, or comma-separated values.</summary>
public static class GridTables
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a label for each block: start, end and name, with tabs between, as Audacity imports it.</summary>
    public static void WriteLabels(Stream stream, GridDocument document)
    {
        using var writer = NewWriter(stream);
        foreach (GridEvent block in document.Grid.Events)
            writer.WriteLine(Invariant($"{block.Onset:F6}\t{block.Offset:F6}\t{OneLine(document.Grid.Sounds[block.Row].Name)}"));
    }

    /// <summary>Writes a line for each block, after a line of names.</summary>
    /// <remarks>RFC 4180, but with line feeds alone.</remarks>
    public static void WriteCsv(Stream stream, GridDocument document)
    {
        using var writer = NewWriter(stream);
        writer.WriteLine("onset_s,offset_s,row,sound,layer,level_db");
        foreach (GridEvent block in document.Grid.Events)
        {
            GridSound sound = document.Grid.Sounds[block.Row];
            string names = $"{Quoted(sound.Name)},{Quoted(sound.Layer)}";
            writer.WriteLine(Invariant($"{block.Onset:F6},{block.Offset:F6},{block.Row},{names},{block.LevelDb:F2}"));
        }
    }

    private static StreamWriter NewWriter(Stream stream) => new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
