namespace Cymatic.Mosaic;

/// <summary>Work on many units on all cores; results do not depend on how many there are.</summary>
internal static class UnitBlocks
{
    private const int Block = 256;

    /// <summary>Calls <paramref name="body"/> with the first and the number of consecutive units, in any order.</summary>
    public static void Run(int units, Action<int, int> body, CancellationToken cancel, int block = Block) =>
        Parallel.For(0, (units + block - 1) / block, new ParallelOptions { CancellationToken = cancel }, b =>
            body(b * block, Math.Min(block, units - (b * block))));

    /// <summary>The same, where each block has a result; the results are taken in order.</summary>
    public static void Run<T>(int units, Func<int, int, T> body, Action<T> take, CancellationToken cancel)
    {
        // Some blocks at a time, so that their results do not fill the memory.
        const int Together = 64;
        for (int start = 0; start < units; start += Together * Block)
        {
            int count = Math.Min(Together * Block, units - start), origin = start;
            var results = new T[(count + Block - 1) / Block];
            Run(count, (first, n) => results[first / Block] = body(origin + first, n), cancel);
            foreach (T result in results)
                take(result);
        }
    }
}
