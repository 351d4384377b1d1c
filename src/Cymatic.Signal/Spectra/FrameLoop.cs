namespace Cymatic.Signal;

/// <summary>Work on many frames on all cores.</summary>
internal static class FrameLoop
{
    private const int Block = 32;

    /// <summary>
    /// Calls <paramref name="body"/> with the start and the count of consecutive blocks, in any order; the results must not depend on it.
    /// </summary>
    public static void Run(int frames, Action<int, int> body, CancellationToken cancel = default)
    {
        int blocks = (frames + Block - 1) / Block;
        if (blocks <= 1)
        {
            if (blocks == 1)
                body(0, frames);
            return;
        }

        Parallel.For(0, blocks, new ParallelOptions { CancellationToken = cancel }, block =>
        {
            int start = block * Block;
            body(start, Math.Min(Block, frames - start));
        });
    }
}
