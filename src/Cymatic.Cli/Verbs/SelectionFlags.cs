using System.CommandLine;
using System.Globalization;
using Cymatic.Mosaic;

namespace Cymatic.Cli;

/// <summary>What the choice of pieces can be told on the command line.</summary>
internal static class SelectionFlags
{
    private static readonly Option<double> Repeat = new("--repeat-after")
    {
        Description = "Seconds within which no unit is used again.",
        HelpName = "s",
    };

    private static readonly Option<int?> Uses = new("--most-uses") { Description = "How often a unit may be used.", HelpName = "number" };

    private static readonly Option<int> Run = new("--least-run")
    {
        Description = "Units that a source goes on at least before there is a jump.",
        HelpName = "units",
        DefaultValueFactory = _ => new SelectionOptions().LeastRun,
    };

    private static readonly Option<double?> Gate = new("--silence-gate")
    {
        Description = "What is quieter than this in the target gets nothing, for example -60.",
        HelpName = "dB",
    };

    private static readonly Option<string[]> Forbid = new("--forbid")
    {
        Description = "Use nothing from files whose name contains this; may be given several times.",
        HelpName = "name",
    };

    private static readonly Option<string[]> Favour = new("--favour")
    {
        Description = "Favour files whose name contains this, by so many nats: concert=5; negative ones put them back.",
        HelpName = "name=nats",
    };

    private static readonly Option<FeatureWeights> Features = FeatureFlag.Create(
        "Find units by these features in place of their spectra, with weights: mel=1,chroma=0.5.");

    private static readonly Option<UnitMetric> Metric = new("--metric")
    {
        Description = "What is near by features: a small distance, or a small angle.",
        HelpName = "euclidean|cosine",
        DefaultValueFactory = _ => new SelectionOptions().Metric,
    };

    private static readonly Option<double> Visual = new("--visual")
    {
        Description = "How much the picture's leap counts against the sound's where the method viterbi jumps; 0 does not look.",
        HelpName = "weight",
        DefaultValueFactory = _ => new SelectionOptions().VisualWeight,
    };

    private static readonly Option<int> Polyphony = new("--polyphony")
    {
        Description = "How many units sound together at most with the method bee.",
        HelpName = "number",
        DefaultValueFactory = _ => new BeeOptions().Polyphony,
    };

    /// <summary>Adds the options to a command.</summary>
    public static void AddTo(Command command)
    {
        Parsing.MustLieBetween(Repeat, 0, 86_400);
        Parsing.MustLieBetween(Uses, 1, int.MaxValue);
        Parsing.MustLieBetween(Run, 1, 1000);
        Parsing.MustLieBetween(Gate, -120, 0);
        Parsing.MustLieBetween(Polyphony, 1, 100);
        Parsing.MustLieBetween(Visual, 0, 100);
        Favour.Validators.Add(result =>
        {
            foreach (string text in result.Tokens.Select(token => token.Value).Where(text => Split(text) is null))
                result.AddError($"'{text}' favours nothing; concert=5 does.");
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(Metric) is { Implicit: false } && result.GetResult(Features) is null)
                result.AddError("--metric says what is near by features: it needs --features.");
        });
        foreach (Option option in new Option[] { Repeat, Uses, Run, Gate, Forbid, Favour, Features, Metric, Polyphony, Visual })
            command.Add(option);
    }

    /// <summary>What was said of the choice.</summary>
    public static SelectionOptions Of(ParseResult parse, SelectionOptions options) => options with
    {
        RepeatSeconds = parse.GetValue(Repeat),
        MostUses = parse.GetValue(Uses),
        LeastRun = parse.GetValue(Run),
        SilenceGateDb = parse.GetValue(Gate),
        SourceUtility = Sources(parse.GetValue(Forbid) ?? [], parse.GetValue(Favour) ?? []),
        Features = parse.GetValue(Features) ?? FeatureWeights.None,
        Metric = parse.GetValue(Metric),
        VisualWeight = parse.GetValue(Visual),
        Bee = new() { Polyphony = parse.GetValue(Polyphony) },
    };

    private static Func<PlanSource, double>? Sources(string[] forbidden, string[] favoured)
    {
        if (forbidden.Length + favoured.Length == 0)
            return null;
        (string Name, double Nats)[] nats = [.. favoured.Select(text => Split(text)!.Value)];
        return source =>
        {
            string name = Path.GetFileName(source.Path);
            return forbidden.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase))
                ? double.NegativeInfinity
                : nats.Where(favour => name.Contains(favour.Name, StringComparison.OrdinalIgnoreCase)).Sum(favour => favour.Nats);
        };
    }

    private static (string Name, double Nats)? Split(string text)
    {
        int at = text.LastIndexOf('=');
        return at > 0 && double.TryParse(text[(at + 1)..], CultureInfo.InvariantCulture, out double nats) && Math.Abs(nats) <= 1e6
            ? (text[..at], nats)
            : null;
    }
}
