using System.CommandLine;
using Cymatic.Mosaic;

namespace Cymatic.Cli;

/// <summary>How sounds are cut into units, on the command lines of all verbs that cut some.</summary>
internal static class UnitFlags
{
    private static readonly Option<UnitKind> Kind = new("--units")
    {
        Description = "What a unit is: a frame of the film, a grain, or from one onset or beat to the next.",
        HelpName = "frames|grains|onsets|beats",
    };

    private static readonly Option<double> Grain = Parsing.MustLieBetween(new Option<double>("--grain")
    {
        Description = "Length of a grain in milliseconds.",
        HelpName = "ms",
        DefaultValueFactory = _ => 1000 * new UnitOptions().GrainSeconds,
    }, 5, 10_000);

    private static readonly Option<double> Overlap = Parsing.MustLieBetween(new Option<double>("--overlap")
    {
        Description = "The part of a grain that the next one shares.",
        HelpName = "part",
        DefaultValueFactory = _ => new UnitOptions().Overlap,
    }, 0, 0.9);

    /// <summary>Adds the options to a verb.</summary>
    public static void AddTo(Command command)
    {
        command.Add(Kind);
        command.Add(Grain);
        command.Add(Overlap);
    }

    /// <summary>What was said.</summary>
    public static UnitOptions Of(ParseResult parse) => new()
    {
        Kind = parse.GetValue(Kind),
        GrainSeconds = parse.GetValue(Grain) / 1000,
        Overlap = parse.GetValue(Overlap),
    };
}
