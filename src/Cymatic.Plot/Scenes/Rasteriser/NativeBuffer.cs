using System.Runtime.InteropServices;

namespace Cymatic.Plot;

/// <summary>Numbers outside of the garbage collector's memory that grow and never shrink; not cleared. Freed by the finalizer.</summary>
internal sealed unsafe class NativeBuffer<T>
    where T : unmanaged
{
    ~NativeBuffer() => NativeMemory.AlignedFree(Pointer);

    internal T* Pointer { get; private set; }

    internal long Capacity { get; private set; }

    internal long Bytes => Capacity * sizeof(T);

    /// <summary>Room for so many numbers; what was there is kept.</summary>
    internal void Reserve(long count)
    {
        if (count <= Capacity)
            return;
        long capacity = Math.Max(count, Capacity + Capacity / 2);
        Pointer = (T*)NativeMemory.AlignedRealloc(Pointer, (nuint)(capacity * sizeof(T)), 64);
        Capacity = capacity;
    }
}
