namespace Cymatic.Grid;

/// <summary>Finds the rows whose occurrences are not the same waveform, and gives them one of the occurrences as their shot.</summary>
/// <remarks>
/// The mean of n unlike waveforms explains 1/n of each. A row passes when its shot explains clearly more than that:
/// (share − 1/n)/(1 − 1/n) ≥ 0.3, a mean correlation among its occurrences.
/// </remarks>
internal sealed class UnlikeRows(float[][] residual, float[][][] shots, ShotModel[] models)
{
    private const double LeastCorrelation = 0.3;

    /// <summary>Changes shots, gains and residual of the rows concerned.</summary>
    /// <param name="references">For each row the event that becomes its shot.</param>
    /// <returns>For each row whether it plays one waveform.</returns>
    public bool[] Replace(int[] references)
    {
        int[][] events = models[0].Placement.EventsByRow();
        var same = new bool[events.Length];
        for (int row = 0; row < same.Length; row++)
        {
            same[row] = events[row].Length < 2 || IsSame(events[row]);
            if (!same[row])
                Replace(row, events[row], references[row]);
        }

        return same;
    }

    private bool IsSame(int[] events)
    {
        double share = 0, n = events.Length;
        foreach (int e in events)
        {
            (double left, double whole) = Energies(e);
            share += whole > 0 ? Math.Clamp(1 - left / whole, 0, 1) : 0;
        }

        return (share / n - 1 / n) / (1 - 1 / n) >= LeastCorrelation;
    }

    // Energy of the residual under an event, and with the event's own part added.
    private (double Left, double Whole) Energies(int e)
    {
        double left = 0, whole = 0;
        for (int c = 0; c < residual.Length; c++)
        {
            float[] own = Occurrence(c, e);
            whole += Overlap.Energy(own);
            Overlap.Add(models[c].Placement.Part(shots[c], e), -models[c].Gains[e], own, 0);
            left += Overlap.Energy(own);
        }

        return (left, whole);
    }

    // What the song has in an event's place when all other events are taken away.
    private float[] Occurrence(int c, int e)
    {
        ReadOnlySpan<float> part = models[c].Placement.Part(shots[c], e);
        var own = new float[part.Length];
        Overlap.Gather(residual[c], models[c].Placement.Start[e], 1, own);
        Overlap.Add(part, models[c].Gains[e], own, 0);
        return own;
    }

    private void Replace(int row, int[] events, int reference)
    {
        for (int c = 0; c < residual.Length; c++)
        {
            Placement placement = models[c].Placement;
            float[] shot = Occurrence(c, reference);
            double[] levels = [.. events.Select(e => Overlap.Energy(Occurrence(c, e)))];
            foreach (int e in events)
                Overlap.Add(placement.Part(shots[c], e), models[c].Gains[e], residual[c], placement.Start[e]);
            Array.Clear(shots[c][row]);
            shot.CopyTo(shots[c][row], 0);
            for (int i = 0; i < events.Length; i++)
            {
                ReadOnlySpan<float> part = placement.Part(shots[c], events[i]);
                double energy = Overlap.Energy(part);
                models[c].Gains[events[i]] = energy > 0 ? (float)Math.Sqrt(levels[i] / energy) : 0;
                Overlap.Add(part, -models[c].Gains[events[i]], residual[c], placement.Start[events[i]]);
            }
        }
    }
}
