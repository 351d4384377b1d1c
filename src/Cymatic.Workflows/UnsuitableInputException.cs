namespace Cymatic.Workflows;

/// <summary>A file that can be read but does not hold what was asked for: a time behind its end, a MIDI file without notes.</summary>
public sealed class UnsuitableInputException : Exception
{
    /// <param name="message">A sentence for the user.</param>
    public UnsuitableInputException(string message)
        : base(message)
    {
    }
}
