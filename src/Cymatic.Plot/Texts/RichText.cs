using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>
/// A text with raised and lowered parts, "10^{−3} m s^{−2}, H_{2}O", of one or more lines, laid out and measured. A backslash before
/// "^" or "_" takes their meaning away.
/// </summary>
internal sealed class RichText
{
    private const double Smaller = 0.7, Raise = 0.38, Lower = 0.16;

    private readonly List<(string Text, TextStyle Style, double X, double Y)> _runs = [];

    private RichText()
    {
    }

    /// <summary>Width of the longest line.</summary>
    internal double Width { get; private set; }

    /// <summary>Height of all lines.</summary>
    internal double Height { get; private set; }

    /// <summary>Lays out a text; (0, 0) is the top left corner of its box.</summary>
    internal static RichText Set(string text, TextStyle style, TextAlignment alignment = TextAlignment.Center)
    {
        style = style with { Position = TextPosition.Baseline, Alignment = TextAlignment.Left };
        var rich = new RichText();
        List<(int From, int To, double Width)> lines = [];
        foreach (string line in text.Split('\n'))
        {
            int from = rich._runs.Count;
            lines.Add((from, 0, rich.Add(line, style)));
            lines[^1] = lines[^1] with { To = rich._runs.Count };
        }

        rich.Width = lines.Max(line => line.Width);
        foreach (var (from, to, width) in lines)
        {
            double shift = alignment switch
            {
                TextAlignment.Center => (rich.Width - width) / 2,
                TextAlignment.Right => rich.Width - width,
                _ => 0,
            };
            for (int i = from; i < to; i++)
                rich._runs[i] = rich._runs[i] with { X = rich._runs[i].X + shift };
        }

        return rich;
    }

    /// <summary>Draws with the point (<paramref name="anchorX"/>, <paramref name="anchorY"/>) of the box, in shares of it, at a
    /// place.</summary>
    internal void Draw(Canvas canvas, (double X, double Y) at, double anchorX, double anchorY, double radians = 0)
    {
        using SavedCanvas saved = canvas.Save();
        canvas.Translate(at.X, at.Y);
        if (radians != 0)
            canvas.Rotate(radians);
        foreach (var (text, style, x, y) in _runs)
            canvas.DrawText(text, (x - anchorX * Width, y - anchorY * Height), style);
    }

    private double Add(string line, TextStyle style)
    {
        TextExtents whole = TextRuler.Measure("Ag", style);
        double x = 0, baseline = Height - whole.Logical.Y;
        foreach (var (part, level) in Parts(line))
        {
            TextStyle run = level == 0 ? style : style with { Size = style.Size * Smaller };
            _runs.Add((part, run, x, baseline - style.Size * (level > 0 ? Raise : level < 0 ? -Lower : 0)));
            x += TextRuler.Measure(part, run).Logical.Width;
        }

        Height += whole.Logical.Height;
        return x;
    }

    private static List<(string Part, int Level)> Parts(string line)
    {
        List<(string, int)> parts = [];
        int at = 0;
        while (at < line.Length)
        {
            int mark = Mark(line, at);
            if (mark < 0)
            {
                parts.Add((Plain(line[at..]), 0));
                break;
            }

            int end = line.IndexOf('}', mark);
            if (mark > at)
                parts.Add((Plain(line[at..mark]), 0));
            parts.Add((line[(mark + 2)..end], line[mark] == '^' ? 1 : -1));
            at = end + 1;
        }

        return parts;
    }

    // The place of the next "^{…}" or "_{…}"; −1 when there is none.
    private static int Mark(string line, int from)
    {
        for (int i = from; i + 1 < line.Length; i++)
        {
            if (line[i] is '^' or '_' && line[i + 1] == '{' && (i == 0 || line[i - 1] != '\\') && line.IndexOf('}', i) > i + 2)
                return i;
        }

        return -1;
    }

    private static string Plain(string text) =>
        text.Contains('\\') ? text.Replace("\\^", "^", StringComparison.Ordinal).Replace("\\_", "_", StringComparison.Ordinal) : text;
}
