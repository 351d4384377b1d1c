using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Cymatic.Cli;

/// <summary>The whole command line: the verbs, their help, and what becomes of their exceptions.</summary>
internal static class CommandLine
{
    // Names of files that begin with '@' are names of files.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    // Children are ended and partial files deleted meanwhile.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(20);

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            ParseResult parse = Create().Parse(args, Parser);
            return parse.Action is ParseErrorAction ? Refuse(parse) : await parse.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationTimeout,
            });
        }
        catch (Exception exception)
        {
            return Failures.Report(exception);
        }
    }

    private static RootCommand Create()
    {
        var root = new RootCommand("Cymatic makes sound visible and signals audible.")
        {
            GridCommand.Create(), SegmentsCommand.Create(), MosaicCommand.Create(), IndexCommand.Create(), InfoCommand.Create(),
            FrameCommand.Create(), SheetCommand.Create(),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        return root;
    }

    private static int Refuse(ParseResult parse)
    {
        foreach (ParseError error in parse.Errors)
            Console.Error.WriteLine(error.Message);
        foreach (string unknown in parse.UnmatchedTokens.Where(token => token.StartsWith("--", StringComparison.Ordinal)))
        {
            if (Spelling.Nearest(unknown, parse.CommandResult.Command.Options.SelectMany(o => o.Aliases.Append(o.Name))) is { } known)
                Console.Error.WriteLine($"Did you mean {known}?");
        }

        string verb = parse.CommandResult.Command is RootCommand ? "" : $" {parse.CommandResult.Command.Name}";
        Console.Error.WriteLine($"'cymatic{verb} --help' says how it is used.");
        return ExitCode.WrongUsage;
    }
}
