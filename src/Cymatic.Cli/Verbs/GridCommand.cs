using System.CommandLine;
using Cymatic.Grid;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>cymatic grid SONG -o OUT: a row for every unique sound.</summary>
internal static class GridCommand
{
    public const string Examples =
        """
        cymatic grid song.flac -o grid.png -o grid.mid -o grid.json
            a picture of the song's unique sounds, a MIDI track for each of them, and the numbers

        cymatic grid song.flac -o slow.mp4 --slow 0.25 --sounds one-shots/
            a movie at a quarter of the speed and the same pitch, and a WAV file of each sound
        """;

    private static readonly Argument<string> Song = new("song") { Description = "The song: any audio or video file." };

    private static readonly Option<string[]> Outputs = new("-o", "--output")
    {
        Description = "A file to write; may be given several times. Its kind follows its extension: "
            + $"{string.Join(' ', GridWorkflow.Extensions)}.",
        HelpName = "file",
    };

    private static readonly Option<string> Sounds = new("--sounds")
    {
        Description = "Write a WAV file of each unique sound into this folder.",
        HelpName = "folder",
    };

    private static readonly Option<string> Rebuild = new("--rebuild")
    {
        Description = "Write the song as the grid explains it, rebuilt from its sounds, and say how much is left over.",
        HelpName = "file",
    };

    private static readonly Option<GridMethod> Method = new("--method")
    {
        Description = "How sounds are told apart; auto looks whether the song repeats waveforms or only timbres.",
        HelpName = "auto|waveform|timbre|nmf",
        CustomParser = Parsing.Method,
    };

    private static readonly Option<int> Components = new("--components")
    {
        Description = "Rows of the method nmf.",
        HelpName = "number",
        DefaultValueFactory = _ => new GridOptions().Components,
    };

    private static readonly Option<string> Steps = new("--steps")
    {
        Description = "Write a picture of the steps of the method nmf: spectrogram, activations, coloured, thresholded.",
        HelpName = "file",
    };

    private static readonly Option<double?> Bpm = new("--bpm")
    {
        Description = "Quarter notes a minute, when you know them.",
        HelpName = "number",
    };

    private static readonly Option<string> Onsets = new("--onsets")
    {
        Description = "A MIDI file of the song, whose notes give the onsets.",
        HelpName = "file",
    };

    private static readonly Option<bool> Lenient = new("--lenient")
    {
        Description = "Repair a damaged MIDI file where possible, and list the repairs.",
    };

    private static readonly Option<GridLayer[]> Layers = new("--layers")
    {
        Description = "The parts of the song that get rows, with commas between: mix (the default), harmonic, percussive.",
        HelpName = "parts",
        CustomParser = Parsing.Layers,
    };

    private static readonly Option<double> Slow = new("--slow")
    {
        Description = "Speed of movies: at 0.25 the song takes four times as long, at the same pitch.",
        HelpName = "speed",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string> Title = new("--title")
    {
        Description = "The title above the picture; else the name of the file.",
        HelpName = "text",
    };

    private static readonly Option<string> Theme = new("--theme")
    {
        Description = "Colours; without it pictures are light and movies dark.",
        HelpName = "dark|light",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        Theme.AcceptOnlyFromAmong("dark", "light");
        Parsing.MustLieBetween(Components, 1, 1000);
        Parsing.MustLieBetween(Bpm, 10, 1000);
        Parsing.MustLieBetween(Slow, 0.05, 1);
        var command = new Command("grid", "Draws a row for every unique sound of a song, and a block wherever it plays.")
        {
            Song, Outputs, Sounds, Rebuild, Method, Components, Steps, Bpm, Onsets, Lenient, Layers, Slow, Title, Theme, Json, Quiet,
        };
        command.Validators.Add(Parsing.AsksForSomething("grid.png", Outputs, Sounds, Rebuild, Steps));
        command.Validators.Add(Parsing.Needs(
            Components, parse => parse.GetValue(Method) == GridMethod.Nmf,
            "--components is for --method nmf; the others count for themselves."));
        command.Validators.Add(Parsing.Needs(
            Lenient, parse => parse.GetResult(Onsets) is not null, "--lenient repairs the MIDI file of --onsets, and none is given."));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        GridRequest request = RequestOf(parse);
        bool isQuiet = parse.GetValue(Quiet);
        GridResult result = await ProgressDisplay.RunAsync(isQuiet, progress => GridWorkflow.Run(request, progress, cancel));
        if (parse.GetValue(Json))
            GridSummary.WriteJson(Console.OpenStandardOutput(), request.Song, result);
        else if (!isQuiet)
            GridSummary.Write(Console.Out, result);
        return ExitCode.Done;
    }

    private static GridRequest RequestOf(ParseResult parse) => new()
    {
        Song = parse.GetRequiredValue(Song),
        Outputs = parse.GetValue(Outputs) ?? [],
        SoundsFolder = parse.GetValue(Sounds),
        Rebuild = parse.GetValue(Rebuild),
        Steps = parse.GetValue(Steps),
        OnsetsFile = parse.GetValue(Onsets),
        Lenient = parse.GetValue(Lenient),
        Slow = parse.GetValue(Slow),
        Title = parse.GetValue(Title),
        Theme = parse.GetValue(Theme) switch { "light" => GridTheme.Light, "dark" => GridTheme.Dark, _ => null },
        Options = new GridOptions
        {
            Method = parse.GetValue(Method),
            Components = parse.GetValue(Components),
            Bpm = parse.GetValue(Bpm),
            Layers = parse.GetValue(Layers) is { Length: > 0 } layers ? layers : [GridLayer.Mix],
        },
    };
}
