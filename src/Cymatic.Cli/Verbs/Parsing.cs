using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Cymatic.Grid;

namespace Cymatic.Cli;

/// <summary>Values that need more than a type.</summary>
internal static class Parsing
{
    /// <summary>"harmonic,percussive,mix" is three layers.</summary>
    public static GridLayer[] Layers(ArgumentResult result)
    {
        var layers = new List<GridLayer>();
        foreach (string name in result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)))
        {
            GridLayer? layer = Enum.GetValues<GridLayer>().Cast<GridLayer?>()
                .FirstOrDefault(value => string.Equals(value.ToString(), name, StringComparison.OrdinalIgnoreCase));
            if (layer is null)
                result.AddError($"'{name}' is no part of a song. Known are mix, harmonic and percussive.");
            else if (layers.Contains(layer.Value))
                result.AddError($"'{name}' is named twice.");
            else
                layers.Add(layer.Value);
        }

        return [.. layers];
    }

    /// <summary>"nmf" is a method; upper case and lower case are one.</summary>
    public static GridMethod Method(ArgumentResult result)
    {
        string name = result.Tokens[^1].Value;
        if (Enum.GetNames<GridMethod>().FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } method)
            return Enum.Parse<GridMethod>(method);
        result.AddError($"'{name}' is no method. Known are auto, waveform, timbre and nmf.");
        return default;
    }

    /// <summary>Refuses an option that would change nothing, with the sentence that says why.</summary>
    public static Action<CommandResult> Needs(Option option, Func<CommandResult, bool> isMet, string sentence) => result =>
    {
        if (result.GetResult(option) is { Implicit: false } && !isMet(result))
            result.AddError(sentence);
    };

    /// <summary>Refuses numbers outside a range; what is no number at all is refused by its type.</summary>
    public static T MustLieBetween<T>(T option, double least, double most)
        where T : Option
    {
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                if (double.TryParse(token.Value, CultureInfo.InvariantCulture, out double value) && !(value >= least && value <= most))
                    result.AddError(FormattableString.Invariant($"{option.Name} lies between {least} and {most}, not at {token.Value}."));
            }
        });
        return option;
    }

    /// <summary>Refuses a command that would write nothing.</summary>
    /// <param name="example">A file that could be written.</param>
    /// <param name="outputs">The options that ask for something, -o first.</param>
    public static Action<CommandResult> AsksForSomething(string example, params Option[] outputs) => result =>
    {
        if (outputs.Any(option => result.GetResult(option) is not null))
            return;
        string[] others = [.. outputs.Skip(1).Select(option => option.Name)];
        string list = others.Length < 2 ? string.Concat(others) : $"{string.Join(", ", others[..^1])} or {others[^1]}";
        result.AddError($"Say what to write, for example -o {example}{(list.Length > 0 ? $" (or {list})" : "")}.");
    };
}
