namespace Cymatic.Workflows;

/// <summary>A request that no file could fulfil: an unknown kind of output, an output that is an input. Nothing was done.</summary>
public sealed class RequestException : Exception
{
    /// <param name="message">A sentence for the user.</param>
    public RequestException(string message)
        : base(message)
    {
    }
}
