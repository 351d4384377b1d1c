using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Shortlists of similar heads, so that long songs need not compare every pair of waveforms.</summary>
internal static class Fingerprints
{
    /// <summary>For each fingerprint the indices of its <paramref name="count"/> most similar others.</summary>
    public static int[][] Nearest(float[][] prints, int count, CancellationToken cancel)
    {
        var nearest = new int[prints.Length][];
        Parallel.For(0, prints.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var best = new PriorityQueue<int, float>(count + 1);
            for (int j = 0; j < prints.Length; j++)
            {
                if (j == i)
                    continue;
                float similarity = TensorPrimitives.Dot<float>(prints[i], prints[j]);
                if (best.Count < count)
                    best.Enqueue(j, similarity);
                else
                    best.EnqueueDequeue(j, similarity);
            }

            nearest[i] = [.. best.UnorderedItems.Select(item => item.Element).Order()];
        });
        return nearest;
    }
}
