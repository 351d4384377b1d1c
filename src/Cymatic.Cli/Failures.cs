using Cymatic.Imaging;
using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;
using Cymatic.Workflows;

namespace Cymatic.Cli;

/// <summary>One clear sentence and an exit code for everything that can go wrong.</summary>
internal static class Failures
{
    public static int Report(Exception exception)
    {
        if (exception is OperationCanceledException)
        {
            Console.Error.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }

        Console.Error.WriteLine(SentenceOf(exception));
        return exception is RequestException ? ExitCode.WrongUsage : ExitCode.Failed;
    }

    private static string SentenceOf(Exception exception) => exception switch
    {
        RequestException or UnsuitableInputException or IndexException or SelectionException or MalformedFileException
            or UnreadableMediaException or FfmpegException or DrawingUnavailableException or IOException or UnauthorizedAccessException
            => exception.Message,
        OutOfMemoryException => "There is not enough memory for a song of this length.",
        AggregateException { InnerException: { } inner } => SentenceOf(inner),
        _ => $"Cymatic met an error of its own, which is a bug worth reporting: {exception.GetType().Name}: {exception.Message}",
    };
}
