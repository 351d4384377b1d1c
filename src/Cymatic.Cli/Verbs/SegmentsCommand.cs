using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cymatic.Signal;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>cymatic segments SONG: the structure of a song.</summary>
internal static class SegmentsCommand
{
    public const string Examples =
        """
        cymatic segments song.flac -o song.png -o song.jams -o song.mp4
            which moments are alike and the segments that follow: a picture, an annotation, and a movie with a playhead

        cymatic segments song.flac -o beats.png --fragments 1
            every beat a block of solid colour, in the row of the beats that sound like it
        """;

    private static readonly Dictionary<string, SegmentFigure> Figures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["all"] = SegmentFigure.All,
        ["cqt"] = SegmentFigure.ConstantQ,
        ["matrices"] = SegmentFigure.Matrices,
        ["components"] = SegmentFigure.Components,
        ["segments"] = SegmentFigure.Segments,
        ["over-cqt"] = SegmentFigure.OverConstantQ,
    };

    private static readonly Argument<string> Song = new("song") { Description = "The song: any audio or video file." };

    private static readonly Option<string[]> Outputs = new("-o", "--output")
    {
        Description = "A file to write; may be given several times. Its kind follows its extension: "
            + $"{string.Join(' ', SegmentWorkflow.Extensions)}.",
        HelpName = "file",
    };

    private static readonly Option<int[]> Clusters = new("--clusters")
    {
        Description = "Kinds of segments: a number, auto (the default) for the one that fits best, or a range such as 2..12 for levels.",
        HelpName = "auto|N|N..M",
        CustomParser = ClustersOf,
    };

    private static readonly Option<int?> Fragments = new("--fragments")
    {
        Description = "Part the song into fragments of one or two beats instead, those that sound alike being of one kind.",
        HelpName = "1|2",
    };

    private static readonly Option<string> Figure = new("--figure")
    {
        Description = "What pictures show; without it all on one page.",
        HelpName = string.Join('|', Figures.Keys),
    };

    private static readonly Option<string> Title = new("--title")
    {
        Description = "The title above pictures; else the name of the file.",
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
        Figure.AcceptOnlyFromAmong([.. Figures.Keys]);
        Parsing.MustLieBetween(Fragments, 1, 2);
        var command = new Command("segments", "Shows the structure of a song: which moments are alike, and its segments.")
        {
            Song, Outputs, Clusters, Fragments, Figure, Title, Theme, Json, Quiet,
        };
        command.Validators.Add(Parsing.AsksForSomething("segments.png", Outputs));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        SegmentRequest request = RequestOf(parse);
        bool isQuiet = parse.GetValue(Quiet);
        SegmentResult result = await ProgressDisplay.RunAsync(isQuiet, progress => SegmentWorkflow.Run(request, progress, cancel));
        if (parse.GetValue(Json))
            SegmentsSummary.WriteJson(Console.OpenStandardOutput(), request.Song, result);
        else if (!isQuiet)
            SegmentsSummary.Write(Console.Out, result);
        return ExitCode.Done;
    }

    private static SegmentRequest RequestOf(ParseResult parse) => new()
    {
        Song = parse.GetRequiredValue(Song),
        Outputs = parse.GetValue(Outputs) ?? [],
        Clusters = parse.GetValue(Clusters) is { Length: > 0 } clusters ? clusters : null,
        FragmentBeats = parse.GetValue(Fragments),
        Figure = Figures[parse.GetValue(Figure) ?? "all"],
        Title = parse.GetValue(Title),
        IsDark = parse.GetValue(Theme) switch { "light" => false, "dark" => true, _ => null },
    };

    /// <summary>"auto" is none, "5" one number, "2..12" eleven.</summary>
    private static int[] ClustersOf(ArgumentResult result)
    {
        string text = result.Tokens[^1].Value;
        if (text.Equals("auto", StringComparison.OrdinalIgnoreCase))
            return [];
        string[] ends = text.Split("..");
        const int Fewest = StructureOptions.FewestClusters, Most = StructureOptions.MostClusters;
        if (ends.Length is 1 or 2 && Whole(ends[0]) is { } from && Whole(ends[^1]) is { } to && from >= Fewest && to <= Most && from <= to)
            return [.. Enumerable.Range(from, to - from + 1)];
        result.AddError($"--clusters is auto, a number from {Fewest} to {Most}, or a range such as 2..12, not '{text}'.");
        return [];
    }

    private static int? Whole(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
