using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Cymatic.Cli;

/// <summary>Help that ends with the worked examples of its verb; that of the program with those of its first verb.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    private static readonly Dictionary<string, string> OfVerb = new()
    {
        ["grid"] = GridCommand.Examples,
        ["segments"] = SegmentsCommand.Examples,
        ["mosaic"] = MosaicCommand.Examples,
        ["index"] = IndexCommand.Examples,
        ["info"] = InfoCommand.Examples,
        ["frame"] = FrameCommand.Examples,
        ["sheet"] = SheetCommand.Examples,
    };

    public override int Invoke(ParseResult parseResult)
    {
        int code = usual.Invoke(parseResult);
        Command command = parseResult.CommandResult.Command;
        string verb = command is RootCommand ? OfVerb.Keys.First() : command.Name;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string line in OfVerb[verb].Split('\n'))
            output.WriteLine(line.Length == 0 ? line : $"  {line}");
        return code;
    }
}
