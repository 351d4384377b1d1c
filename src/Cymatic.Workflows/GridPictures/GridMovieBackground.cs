using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>What stays the same in every frame of a movie: title, bands, names.</summary>
internal static class GridMovieBackground
{
    internal static void Draw(Frame frame, SoundGrid grid, GridMovieOptions options, GridMovieLayout layout)
    {
        frame.Fill(options.Theme.Background);
        for (int row = 0; row < Math.Max(1, grid.Sounds.Count); row += 2)
            frame.Fill(layout.Rows with { Y = layout.RowTop(row), Height = layout.RowHeight }, options.Theme.Band);
        using var canvas = new Canvas(frame);
        DrawHeader(canvas, grid, options, layout);
        DrawCaptions(canvas, grid, options.Theme, layout);
        if (layout.HasNames)
            DrawNames(canvas, grid, options.Theme, layout);
        if (grid.Events.Count == 0)
            DrawSentence(canvas, options.Theme, layout);
    }

    private static void DrawHeader(Canvas canvas, SoundGrid grid, GridMovieOptions options, GridMovieLayout layout)
    {
        double width = (options.Width - 2 * layout.Margin) * 0.7;
        TextStyle title = options.Theme.Letters with
        {
            Size = layout.TitleSize,
            Weight = 700,
            Width = width,
            Ellipsis = true,
            Position = TextPosition.Baseline,
        };
        canvas.DrawText(options.Title, (layout.Margin, layout.TitleBaseline), title);
        TextStyle facts = title with { Size = layout.FactsSize, Weight = 400, Color = options.Theme.Quiet };
        canvas.DrawText(GridHeader.Facts(grid), (layout.Margin, layout.FactsBaseline), facts);
    }

    private static void DrawCaptions(Canvas canvas, SoundGrid grid, GridTheme theme, GridMovieLayout layout)
    {
        TextStyle style = layout.NumberStyle(theme) with { Alignment = TextAlignment.Right };
        canvas.DrawText("time", (layout.NameRight, layout.TimeTop), style);
        if (grid.Bpm is not null)
            canvas.DrawText("bar", (layout.NameRight, layout.BarBottom), style with { Position = TextPosition.Bottom });
    }

    private static void DrawNames(Canvas canvas, SoundGrid grid, GridTheme theme, GridMovieLayout layout)
    {
        TextStyle style = layout.NameStyle with { Color = theme.Quiet };
        for (int row = 0; row < grid.Sounds.Count; row++)
            canvas.DrawText(grid.Sounds[row].Name, (layout.NameRight, layout.RowTop(row) + layout.RowHeight / 2.0), style);
    }

    private static void DrawSentence(Canvas canvas, GridTheme theme, GridMovieLayout layout)
    {
        TextStyle style = theme.Letters with
        {
            Size = Math.Max(12, 18 * layout.Scale),
            Color = theme.Quiet,
            Alignment = TextAlignment.Center,
            Position = TextPosition.Middle,
        };
        var middle = (layout.Rows.X + layout.Rows.Width / 2.0, layout.Rows.Y + layout.Rows.Height / 2.0);
        canvas.DrawText("No sound was found in this song.", middle, style);
    }
}
