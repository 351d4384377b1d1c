using System.CommandLine;
using System.Text.Json;
using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>cymatic index FILES -o X.corpus: hears files once, for any number of mosaics.</summary>
internal static class IndexCommand
{
    public const string Examples =
        """
        cymatic index talks/*.mp4 -o talks.corpus
            hears every frame of the films once; 'cymatic mosaic song.wav --corpus talks.corpus -o out.mp4' then takes its pieces from them

        cymatic index more.mp4 -o talks.corpus --features mel,chroma --lenient
            adds a film, and keeps what 'cymatic mosaic --features mel=1,chroma=0.5' needs; the other films are not decoded again, and
            a file that is damaged is left out and named
        """;

    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "Audio or video files.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Folder = new("-o", "--output")
    {
        Description = "The folder of the index; one that is there is added to.",
        HelpName = "folder",
        Required = true,
    };

    private static readonly Option<string> Rate = new("--rate")
    {
        Description = "Frames a second, for example 25 or 30000/1001; else those of the first film.",
        HelpName = "rate",
    };

    private static readonly Option<FeatureWeights> Features = FeatureFlag.Create(
        "Measure and keep these features, too, by which 'cymatic mosaic --features' finds units: mel,chroma,f0=2.");

    private static readonly Option<string> Relocate = new("--relocate")
    {
        Description = "The folder to which files of the index have moved.",
        HelpName = "folder",
    };

    private static readonly Option<bool> Pictures = new("--pictures")
    {
        Description = "Keep what is seen, too, so that mosaics with the method viterbi need not look again.",
    };

    private static readonly Option<bool> Lenient = new("--lenient") { Description = "Leave out files that cannot be read, and say which." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        var command = new Command("index", "Hears audio and video files once, so that mosaics can be made of them.")
        {
            Files, Folder,
        };
        UnitFlags.AddTo(command);
        foreach (Option option in (Option[])[Rate, Features, Pictures, Relocate, Lenient, Json, Quiet])
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(Rate) is { } text && !IsRate(text))
                result.AddError($"'{text}' is no frame rate between 1 and 240; 25, 24000/1001 and 27.5642 are.");
        });
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        var request = new IndexRequest
        {
            Files = parse.GetValue(Files) ?? [],
            Folder = parse.GetRequiredValue(Folder),
            Rate = parse.GetValue(Rate) is { } rate ? FrameRate.Parse(rate) : null,
            Relocate = parse.GetValue(Relocate),
            Lenient = parse.GetValue(Lenient),
            Pictures = parse.GetValue(Pictures),
            Options = new()
            {
                Features = parse.GetValue(Features) ?? FeatureWeights.None,
                Units = UnitFlags.Of(parse),
            },
        };
        bool isQuiet = parse.GetValue(Quiet);
        IndexResult result = await ProgressDisplay.RunAsync(isQuiet, progress => IndexWorkflow.Run(request, progress, cancel));
        if (parse.GetValue(Json))
            WriteJson(result);
        else if (!isQuiet)
            Write(result);
        return ExitCode.Done;
    }

    private static bool IsRate(string text)
    {
        try
        {
            return FrameRate.Parse(text).TimeOf(1) is >= 1.0 / 240 and <= 1;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static void Write(IndexResult result)
    {
        string files = result.Sources == 1 ? "1 file" : FormattableString.Invariant($"{result.Sources} files");
        string units = result.Units == 1 ? "1 unit" : FormattableString.Invariant($"{result.Units} units");
        Console.WriteLine(FormattableString.Invariant(
            $"{result.Folder}: {files}, {units}, {result.Seconds:0.0} s ({result.Added} heard now)"));
        foreach (string remark in result.Remarks)
            Console.WriteLine(remark);
    }

    private static void WriteJson(IndexResult result)
    {
        using var json = new Utf8JsonWriter(Console.OpenStandardOutput(), new() { Indented = true });
        json.WriteStartObject();
        json.WriteString("folder", result.Folder);
        json.WriteNumber("sources", result.Sources);
        json.WriteNumber("added", result.Added);
        json.WriteNumber("units", result.Units);
        json.WriteNumber("seconds", result.Seconds);
        json.WriteStartArray("remarks");
        foreach (string remark in result.Remarks)
            json.WriteStringValue(remark);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
