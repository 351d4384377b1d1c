namespace Cymatic.Imaging;

/// <summary>Keeps the memory of disposed frames for the next frame of the same size: never more than <see cref="CapBytes"/>.</summary>
internal static class FramePool
{
    /// <summary>Bytes that may lie unused in the pool: 16 frames of 1920×1080.</summary>
    internal const long CapBytes = 16L * 1920 * 1080 * 4;

    private static readonly Lock Gate = new();
    private static readonly LinkedList<FrameMemory> Kept = [];
    private static long s_keptBytes;
    private static int s_outstanding;

    /// <summary>
    /// Overwrites memory as it is rented and returned, so that whoever relies on old pixels sees garbage. On in Debug builds.
    /// </summary>
#if DEBUG
    internal static bool Poison { get; set; } = true;
#else
    internal static bool Poison { get; set; }
#endif

    internal static int Outstanding => Volatile.Read(ref s_outstanding);

    internal static long KeptBytes
    {
        get
        {
            lock (Gate)
                return s_keptBytes;
        }
    }

    internal static FrameMemory Rent(int size)
    {
        FrameMemory memory = Take(size) ?? new FrameMemory(size);
        Interlocked.Increment(ref s_outstanding);
        if (Poison)
            memory.Bytes.Fill(0xCD);
        return memory;
    }

    internal static void Return(FrameMemory memory)
    {
        Interlocked.Decrement(ref s_outstanding);
        if (Poison)
            memory.Bytes.Fill(0xDD);
        if (memory.Size > CapBytes)
        {
            memory.Dispose();
            return;
        }

        lock (Gate)
        {
            Kept.AddFirst(memory);
            s_keptBytes += memory.Size;
            while (s_keptBytes > CapBytes)
                DropOldest();
        }
    }

    private static FrameMemory? Take(int size)
    {
        lock (Gate)
        {
            for (LinkedListNode<FrameMemory>? node = Kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Size != size)
                    continue;
                Kept.Remove(node);
                s_keptBytes -= size;
                return node.Value;
            }
        }

        return null;
    }

    private static void DropOldest()
    {
        FrameMemory oldest = Kept.Last!.Value;
        Kept.RemoveLast();
        s_keptBytes -= oldest.Size;
        oldest.Dispose();
    }
}
