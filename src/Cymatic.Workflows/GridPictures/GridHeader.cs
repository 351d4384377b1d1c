using System.Globalization;
using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>The title, and a line that counts sounds and blocks.</summary>
internal static class GridHeader
{
    internal static void Draw(Canvas canvas, SoundGrid grid, GridPictureOptions options)
    {
        double width = options.Width / options.Scale - 2 * GridLayout.Margin;
        TextStyle title = options.Theme.Letters with
        {
            Size = 27,
            Weight = 700,
            Width = width,
            Ellipsis = true,
            Position = TextPosition.Baseline,
        };
        canvas.DrawText(options.Title, (GridLayout.Margin, GridLayout.Margin + 20), title);
        TextStyle facts = title with { Size = 14.5, Weight = 400, Color = options.Theme.Quiet };
        canvas.DrawText(Facts(grid), (GridLayout.Margin, GridLayout.Margin + 45), facts);
    }

    /// <summary>"33 sounds · 91 blocks · 20 s · 140 BPM".</summary>
    internal static string Facts(SoundGrid grid)
    {
        List<string> facts = [Count(grid.Sounds.Count, "sound"), Count(grid.Events.Count, "block"), Length(grid.Duration)];
        if (grid.Bpm is { } bpm)
            facts.Add(string.Create(CultureInfo.InvariantCulture, $"{bpm:0.#} BPM"));
        return string.Join("  ·  ", facts);
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:#,0} {noun}{(count == 1 ? "" : "s")}");

    private static string Length(double seconds) => seconds < 60
        ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.#} s")
        : string.Create(CultureInfo.InvariantCulture, $"{(long)Math.Round(seconds) / 60}:{(long)Math.Round(seconds) % 60:00} min");
}
