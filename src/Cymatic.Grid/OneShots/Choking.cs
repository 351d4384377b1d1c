namespace Cymatic.Grid;

/// <summary>
/// Finds the events that end with their blocks although their row's shot goes on: a new sound choked them, or a key was released.
/// </summary>
internal static class Choking
{
    /// <summary>Ends each event at its block where this lowers the residual, which follows.</summary>
    /// <param name="residual">Channels of song − model.</param>
    /// <param name="shots">Channels of shots.</param>
    /// <param name="models">The model of each channel.</param>
    /// <param name="blocks">Samples from each event's start to the end of its block.</param>
    /// <returns>How many samples of its shot each event plays now.</returns>
    public static int[] Improve(float[][] residual, float[][][] shots, ShotModel[] models, int[] blocks)
    {
        Placement placement = models[0].Placement;
        int[] played = [.. placement.Played];
        for (int e = 0; e < played.Length; e++)
        {
            if (blocks[e] >= played[e])
                continue;
            double change = 0;
            for (int c = 0; c < residual.Length; c++)
            {
                ReadOnlySpan<float> tail = Tail(shots[c], placement, e, blocks[e]);
                (double dot, double energy) = Overlap.Project(tail, residual[c], placement.Start[e] + blocks[e]);
                change += models[c].Gains[e] * (2 * dot + models[c].Gains[e] * energy);
            }

            if (change >= 0)
                continue;
            for (int c = 0; c < residual.Length; c++)
                Overlap.Add(Tail(shots[c], placement, e, blocks[e]), models[c].Gains[e], residual[c], placement.Start[e] + blocks[e]);
            played[e] = blocks[e];
        }

        return played;
    }

    private static ReadOnlySpan<float> Tail(float[][] shots, Placement placement, int e, int block) => placement.Part(shots, e)[block..];
}
