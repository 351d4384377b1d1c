using System.Runtime.CompilerServices;

namespace Cymatic.Examples;

/// <summary>
/// Part of every example (see Directory.Build.props): what is missing, unreadable or refused ends it with a sentence and exit code 1;
/// a mistake in the program itself with its trace, as always.
/// </summary>
internal static class UnhandledSentence
{
#pragma warning disable CA2255 // An example is one file, which shows what it is about.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Begin() => AppDomain.CurrentDomain.UnhandledException += static (_, e) =>
    {
        if (e.ExceptionObject is not Exception exception || SentenceOf(exception) is not { } sentence)
            return;
        Console.Error.WriteLine(sentence);
        Environment.Exit(1);
    };

    private static string? SentenceOf(Exception exception) => exception switch
    {
        AggregateException { InnerException: { } inner } => SentenceOf(inner),
        IOException or UnauthorizedAccessException => exception.Message,
        _ => exception.GetType().Namespace?.StartsWith("Cymatic", StringComparison.Ordinal) == true ? exception.Message : null,
    };
}
