using System.CommandLine;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>cymatic sheet MOVIE -o PICTURE: a movie at a glance.</summary>
internal static class SheetCommand
{
    public const string Examples =
        """
        cymatic sheet movie.mp4 -o sheet.png
            twenty pictures at regular times, each with its time, below the name and the facts of the file

        cymatic sheet movie.mp4 -o sheet.png --columns 8 --rows 12 --width 2400 --theme light
            ninety-six smaller ones for a page
        """;

    private static readonly SheetRequest Defaults = new() { Movie = "", Outputs = [] };

    private static readonly Argument<string> Movie = new("movie") { Description = "Any file with pictures that ffmpeg can decode." };

    private static readonly Option<string[]> Outputs = new("-o", "--output")
    {
        Description = "The PNG file to write; may be given several times.",
        HelpName = "file",
        Required = true,
    };

    private static readonly Option<int> Columns = new("--columns")
    {
        Description = "Pictures from left to right.",
        HelpName = "number",
        DefaultValueFactory = _ => Defaults.Columns,
    };

    private static readonly Option<int> Rows = new("--rows")
    {
        Description = "Pictures from top to bottom.",
        HelpName = "number",
        DefaultValueFactory = _ => Defaults.Rows,
    };

    private static readonly Option<int> Width = new("--width")
    {
        Description = "Width of the sheet in pixels.",
        HelpName = "pixels",
        DefaultValueFactory = _ => Defaults.Width,
    };

    private static readonly Option<string> Title = new("--title")
    {
        Description = "The title above; without it the name of the file, with \"\" none.",
        HelpName = "text",
    };

    private static readonly Option<string> Theme = new("--theme")
    {
        Description = "Colours.",
        HelpName = "dark|light",
        DefaultValueFactory = _ => "dark",
    };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Theme.AcceptOnlyFromAmong("dark", "light");
        Parsing.MustLieBetween(Columns, 1, 20);
        Parsing.MustLieBetween(Rows, 1, 50);
        Parsing.MustLieBetween(Width, 400, 10000);
        var command = new Command("sheet", "Draws a contact sheet: a movie at a glance.")
        {
            Movie, Outputs, Columns, Rows, Width, Title, Theme, Quiet,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        SheetRequest request = new()
        {
            Movie = parse.GetRequiredValue(Movie),
            Outputs = parse.GetValue(Outputs) ?? [],
            Columns = parse.GetValue(Columns),
            Rows = parse.GetValue(Rows),
            Width = parse.GetValue(Width),
            Title = parse.GetValue(Title),
            Theme = parse.GetValue(Theme) == "light" ? GridTheme.Light : GridTheme.Dark,
        };
        bool isQuiet = parse.GetValue(Quiet);
        IReadOnlyList<string> written = await ProgressDisplay.RunAsync(isQuiet, progress => SheetWorkflow.Run(request, progress, cancel));
        if (isQuiet)
            return ExitCode.Done;
        foreach (string file in written)
            Console.WriteLine($"Wrote {file}");
        return ExitCode.Done;
    }
}
