namespace Cymatic.Media;

/// <summary>ffmpeg is missing, too old, or did not do its work: one sentence for the user, and what ffmpeg itself said.</summary>
public sealed class FfmpegException : Exception
{
    /// <param name="message">A whole sentence that says what could not be done and why.</param>
    /// <param name="commandLine">The command as it could be typed into a shell.</param>
    /// <param name="exitCode">The child's exit code; null when it never ran.</param>
    /// <param name="lastLines">The last lines that the child wrote to standard error.</param>
    public FfmpegException(string message, string commandLine, int? exitCode, IReadOnlyList<string> lastLines)
        : base(message)
    {
        CommandLine = commandLine;
        ExitCode = exitCode;
        LastLines = lastLines;
    }

    /// <summary>The command as it could be typed into a shell.</summary>
    public string CommandLine { get; }

    /// <summary>The child's exit code, 128 + n when signal n ended it; null when it never ran.</summary>
    public int? ExitCode { get; }

    /// <summary>The last lines that the child wrote to standard error, oldest first.</summary>
    public IReadOnlyList<string> LastLines { get; }
}
