using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>Rented memory of a kernel, aligned to cache lines; dispose gives it back.</summary>
internal ref struct Scratch<T>(int count) : IDisposable
    where T : unmanaged, INumberBase<T>
{
    private const int Line = 64;
    private T[]? _array = ArrayPool<T>.Shared.Rent(count + (Line / Unsafe.SizeOf<T>()));

    /// <summary>What to pin: <c>fixed (T* p = scratch)</c>.</summary>
    public readonly ref T GetPinnableReference() => ref _array![0];

    /// <summary>The first whole cache line from a pinned address on.</summary>
    public static unsafe T* Aligned(T* pinned) => (T*)(((nuint)pinned + Line - 1) & ~(nuint)(Line - 1));

    public void Dispose()
    {
        if (_array is not null)
            ArrayPool<T>.Shared.Return(_array);
        _array = null;
    }
}
