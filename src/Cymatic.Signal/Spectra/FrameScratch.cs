using System.Buffers;

namespace Cymatic.Signal;

/// <summary>Rented numbers as a span; dispose gives them back.</summary>
internal readonly ref struct FrameScratch(int count) : IDisposable
{
    private readonly float[] _array = ArrayPool<float>.Shared.Rent(count);

    public Span<float> Span => _array.AsSpan(0, count);

    public void Dispose() => ArrayPool<float>.Shared.Return(_array);
}
