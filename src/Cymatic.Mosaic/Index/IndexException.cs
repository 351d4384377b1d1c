namespace Cymatic.Mosaic;

/// <summary>An index that cannot be used as it is: not finished, of a newer version, or of files that have changed or moved.</summary>
public sealed class IndexException : Exception
{
    /// <param name="message">A sentence for the user, with what to do.</param>
    public IndexException(string message)
        : base(message)
    {
    }
}
