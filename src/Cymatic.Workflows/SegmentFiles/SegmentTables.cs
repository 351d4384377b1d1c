using System.Text;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Segments as a table: a label track for Audacity, or comma-separated values.</summary>
public static class SegmentTables
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a label for each segment: start, end and name, with tabs between, as Audacity imports it; of several levels one
    /// after the other, with the number of kinds before the name.</summary>
    public static void WriteLabels(Stream stream, SegmentDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var writer = NewWriter(stream);
        foreach (StructureLevel level in document.Levels)
        {
            string before = document.Levels.Count == 1 ? "" : Invariant($"{level.Clusters}:");
            foreach (SongSegment segment in level.Segments)
                writer.WriteLine(Invariant($"{segment.Start:F6}\t{segment.End:F6}\t{before}{document.NameOf(segment.Label)}"));
        }
    }

    /// <summary>Writes a line for each segment of each level, after a line of names.</summary>
    /// <remarks>RFC 4180, but with line feeds alone.</remarks>
    public static void WriteCsv(Stream stream, SegmentDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var writer = NewWriter(stream);
        writer.WriteLine("kinds,start_s,end_s,segment");
        foreach (StructureLevel level in document.Levels)
        {
            foreach (SongSegment segment in level.Segments)
                writer.WriteLine(Invariant($"{level.Clusters},{segment.Start:F6},{segment.End:F6},{document.NameOf(segment.Label)}"));
        }
    }

    private static StreamWriter NewWriter(Stream stream) => new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
}
