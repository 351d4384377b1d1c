using System.Text;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>A mosaic as an edit decision list of CMX 3600, which every editing program reads.</summary>
/// <remarks>
/// An event for each run, of picture and sound (B) or of sound alone (A); the record times are the target's. The format knows one track
/// and whole rates: of units that sound together those of the first track are listed, and 29.97 frames a second are counted as 30 without
/// dropped frames. It has no gains. Reels are named after the sources' order (M001, M002 …), and comments name the files.
/// </remarks>
public static class PlanEdl
{
    /// <summary>Writes ASCII text; other letters in names become '?'.</summary>
    public static void Write(Stream stream, MosaicDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var writer = new StreamWriter(stream, Encoding.ASCII, leaveOpen: true) { NewLine = "\r\n" };
        writer.WriteLine($"TITLE: {OneLine(document.Title)}");
        writer.WriteLine("FCM: NON-DROP FRAME");
        IReadOnlyList<IReadOnlyList<TimelineClip>> tracks = TimelineClip.Tracks(document);
        int number = 0;
        foreach (TimelineClip clip in tracks.Count > 0 ? tracks[0] : [])
        {
            int source = clip.Run.Source;
            string channel = document.Plan.Sources[source].HasVideo ? "B" : "A";
            string from = $"{Code(clip.SourceFirst, document.Rate)} {Code(clip.SourceFirst + clip.Length, document.Rate)}";
            string to = $"{Code(clip.First, document.Rate)} {Code(clip.End, document.Rate)}";
            writer.WriteLine();
            writer.WriteLine(Invariant($"{++number:D3}  M{source + 1:D3}     {channel}     C        {from} {to}"));
            writer.WriteLine($"* FROM CLIP NAME: {OneLine(document.NameOf(source))}");
        }
    }

    /// <summary>A frame's number as hours, minutes, seconds and frames, none dropped.</summary>
    internal static string Code(long frame, FrameRate rate)
    {
        int second = Math.Max(1, (int)Math.Round((double)rate.Num / rate.Den));
        long seconds = frame / second;
        return Invariant($"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}:{frame % second:00}");
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
