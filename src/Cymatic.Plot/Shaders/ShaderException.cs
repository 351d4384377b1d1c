namespace Cymatic.Plot;

/// <summary>A fragment program that cannot be used; the message names the file, the line and the reason.</summary>
public sealed class ShaderException : Exception
{
    internal ShaderException(string message, int? line = null, string log = "")
        : base(message) => (Line, Log) = (line, log);

    /// <summary>The line of the program, from 1; null where the reason lies in no line.</summary>
    public int? Line { get; }

    /// <summary>All that the driver's compiler said.</summary>
    public string Log { get; }
}
