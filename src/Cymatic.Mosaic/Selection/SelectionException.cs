namespace Cymatic.Mosaic;

/// <summary>A choice that cannot be made: every source is forbidden, or the corpus has too few units for the limits.</summary>
public sealed class SelectionException : Exception
{
    /// <param name="message">A sentence for the user.</param>
    public SelectionException(string message)
        : base(message)
    {
    }
}
