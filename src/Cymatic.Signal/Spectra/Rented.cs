using System.Buffers;

namespace Cymatic.Signal;

/// <summary>Rented numbers as a span; dispose gives them back.</summary>
internal readonly ref struct Rented<T>(int count) : IDisposable
    where T : unmanaged
{
    private readonly T[] _array = ArrayPool<T>.Shared.Rent(count);

    public Span<T> Span => _array.AsSpan(0, count);

    public void Dispose() => ArrayPool<T>.Shared.Return(_array);
}
