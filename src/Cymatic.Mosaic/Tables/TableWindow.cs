namespace Cymatic.Mosaic;

/// <summary>Some rows of a table, to be read until it is disposed.</summary>
internal readonly ref struct TableWindow<T>(ReadOnlySpan<T> span, Action? release = null) : IDisposable
    where T : unmanaged
{
    /// <summary>The numbers, row after row.</summary>
    public ReadOnlySpan<T> Span { get; } = span;

    public void Dispose() => release?.Invoke();
}
