using System.CommandLine;
using Cymatic.Mosaic;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>cymatic mosaic TARGET --corpus FILES -o OUT: a sound re-created from pieces of other films.</summary>
internal static class MosaicCommand
{
    public const string Examples =
        """
        cymatic mosaic song.wav --corpus talk1.mp4 talk2.mp4 -o mosaic.mp4 -o credits.txt
            a movie in which pieces of two talks sing the song, and how many seconds of each are heard

        cymatic mosaic song.wav --corpus films.corpus --method viterbi --mix -12 --captions -o mosaic.mp4 -o plan.png -o cuts.kdenlive
            longer pieces of films that 'cymatic index' has heard before, the song faintly below, the film's name in the
            picture; a picture of which moment sounds when, and a project for Kdenlive
        """;

    private static readonly Argument<string> Target = new("target") { Description = "The sound to re-create: any audio or video file." };

    private static readonly Option<string[]> Corpus = new("--corpus")
    {
        Description = "The audio or video files that it is re-created from, or an index of them that 'cymatic index' has made.",
        HelpName = "files",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string[]> Outputs = new("-o", "--output")
    {
        Description = "A file to write; may be given several times. Its kind follows its extension: "
            + $"{string.Join(' ', MosaicWorkflow.Extensions)}.",
        HelpName = "file",
    };

    private static readonly Option<string> Stems = new("--stems")
    {
        Description = "Write a WAV file of each source's share into this folder.",
        HelpName = "folder",
    };

    private static readonly Option<SelectionMethod> Method = new("--method")
    {
        Description = "How units are chosen.",
        HelpName = string.Join('|', Enum.GetNames<SelectionMethod>()).ToLowerInvariant(),
        DefaultValueFactory = _ => new SelectionOptions().Method,
    };

    private static readonly Option<double> JumpCost = new("--jump-cost")
    {
        Description = "What leaving a source costs with the method viterbi: 2 jumps at three units of four, 8 at one of three, "
            + "32 at one of five.",
        HelpName = "nats",
        DefaultValueFactory = _ => new SelectionOptions().JumpCost,
    };

    private static readonly Option<bool> Lenient = new("--lenient")
    {
        Description = "Leave out files of the corpus that cannot be read, and say which.",
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of everything that is drawn by lot.",
        HelpName = "number",
        DefaultValueFactory = _ => new SelectionOptions().Seed,
    };

    private static readonly Option<bool> SeedExact = new("--seed-exact")
    {
        Description = "As the script of pylab, scikit-learn and MoviePy does: --method nearest --features specgram --join 0 --levels off.",
    };

    private static readonly Option<string> Title = new("--title")
    {
        Description = "The title in lists and pictures; else the name of the target's file.",
        HelpName = "text",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON." };

    private static readonly Option<bool> Quiet = new("--quiet", "-q") { Description = "Print nothing but errors." };

    public static Command Create()
    {
        var command = new Command("mosaic", "Re-creates a sound from pieces of other sounds, with their pictures.")
        {
            Target, Corpus, Outputs, Stems, Method, JumpCost, Lenient, Seed, Title,
        };
        Parsing.MustLieBetween(JumpCost, 0, 1000);
        UnitFlags.AddTo(command);
        command.Add(SeedExact);
        SelectionFlags.AddTo(command);
        MosaicOptions.AddTo(command);
        command.Add(Json);
        command.Add(Quiet);
        command.Validators.Add(Parsing.AsksForSomething("mosaic.mp4", Outputs, Stems));
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, CancellationToken cancel)
    {
        MosaicRequest request = RequestOf(parse);
        bool isQuiet = parse.GetValue(Quiet);
        MosaicResult result = await ProgressDisplay.RunAsync(isQuiet, progress => MosaicWorkflow.Run(request, progress, cancel));
        if (parse.GetValue(Json))
            MosaicSummary.WriteJson(Console.OpenStandardOutput(), request.Rendering.Target, result);
        else if (!isQuiet)
            MosaicSummary.Write(Console.Out, result);
        return ExitCode.Done;
    }

    private static MosaicRequest RequestOf(ParseResult parse)
    {
        int seed = parse.GetValue(Seed);
        return new MosaicRequest
        {
            Corpus = new CorpusRequest
            {
                Files = parse.GetValue(Corpus) ?? [],
                Options = new CorpusOptions { Units = UnitFlags.Of(parse), Seed = seed },
                Lenient = parse.GetValue(Lenient),
            },
            Selection = SelectionFlags.Of(
                parse, new() { Method = parse.GetValue(Method), JumpCost = parse.GetValue(JumpCost), Seed = seed }),
            SeedExact = parse.GetValue(SeedExact),
            Rendering = new MosaicRendering
            {
                Target = parse.GetRequiredValue(Target),
                Outputs = parse.GetValue(Outputs) ?? [],
                StemsFolder = parse.GetValue(Stems),
                Sound = MosaicOptions.Sound(parse),
                Picture = MosaicOptions.Picture(parse),
                Title = parse.GetValue(Title),
            },
        };
    }
}
