using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Cymatic.Signal;

/// <summary>Hints to the processor's cache.</summary>
internal static unsafe class Cache
{
    /// <summary>Asks for the cache line of an address, which need not be ours; costs next to nothing where it is there already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Prefetch(void* address)
    {
        if (Sse.IsSupported)
            Sse.Prefetch1(address);
    }
}
