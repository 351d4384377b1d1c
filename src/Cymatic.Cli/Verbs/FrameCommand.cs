using System.CommandLine;
using System.Globalization;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>cymatic frame MOVIE --at SECONDS -o PICTURE: one picture of a movie.</summary>
internal static class FrameCommand
{
    public const string Examples =
        """
        cymatic frame movie.mp4 --at 3.2 -o x.png
            the picture that a player shows 3.2 seconds after the start

        cymatic frame movie.mp4 --number 0 --number 1 -o first.png -o second.png
            the first two frames
        """;

    private static readonly Argument<string> Movie = new("movie") { Description = "Any file with pictures that ffmpeg can decode." };

    private static readonly Option<double[]> At = new("--at")
    {
        Description = "A time in seconds; may be given several times.",
        HelpName = "seconds",
    };

    private static readonly Option<long[]> Number = new("--number")
    {
        Description = "The number of a frame, from 0; may be given several times.",
        HelpName = "number",
    };

    private static readonly Option<string[]> Outputs = new("-o", "--output")
    {
        Description = "The PNG file to write: one for each --at, then one for each --number.",
        HelpName = "file",
        Required = true,
    };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Parsing.MustLieBetween(At, 0, 1e9);
        Parsing.MustLieBetween(Number, 0, 1e15);
        var command = new Command("frame", "Writes single pictures of a movie.") { Movie, At, Number, Outputs, Quiet };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        FrameRequest request = new()
        {
            Movie = parse.GetRequiredValue(Movie),
            Outputs = parse.GetValue(Outputs) ?? [],
            Times = parse.GetValue(At) ?? [],
            Numbers = parse.GetValue(Number) ?? [],
        };
        bool isQuiet = parse.GetValue(Quiet);
        IReadOnlyList<WrittenFrame> written =
            await ProgressDisplay.RunAsync(isQuiet, progress => FrameWorkflow.Run(request, progress, cancel));
        if (isQuiet)
            return ExitCode.Done;
        foreach (WrittenFrame frame in written)
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"Wrote {frame.File}: frame {frame.Number}, shown at {frame.Time:0.###} s"));
        return ExitCode.Done;
    }
}
