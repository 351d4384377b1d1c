using System.Text;

namespace Cymatic.Workflows;

/// <summary>The credits of a mosaic as a text: a line for each source, with the seconds that are heard of it.</summary>
public static class PlanCredits
{
    /// <summary>Writes UTF-8 text.</summary>
    public static void Write(Stream stream, MosaicDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var writer = new StreamWriter(stream, utf8, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Invariant($"{document.Title}: {document.Plan.Duration:0.0} s, re-created from"));
        writer.WriteLine();
        foreach (MosaicCredit credit in MosaicCredit.Of(document.Plan, document.Runs))
        {
            string pieces = credit.Pieces == 1 ? "1 piece" : Invariant($"{credit.Pieces} pieces");
            writer.WriteLine(Invariant($"{credit.Seconds,8:0.0} s  {pieces,12}  {OneLine(credit.Source.Path)}"));
        }
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
