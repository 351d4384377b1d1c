namespace Cymatic.Mosaic;

/// <summary>The way through the candidates that loses least utility and jumps least.</summary>
/// <remarks>Minimises Σ(U_best − U) + joins: Viterbi, IEEE Trans. Inf. Theory 13(2), 1967; Hunt and Black, ICASSP 1996.</remarks>
internal sealed class ViterbiChoice(CandidateTable table, JoinCosts joins)
{
    /// <summary>Units of the corpus, one for each target.</summary>
    public int[] Choose(CancellationToken cancel)
    {
        byte[][] from = new byte[table.Targets][];
        double[] costs = Losses(0);
        for (int t = 1; t < table.Targets; t++)
        {
            cancel.ThrowIfCancellationRequested();
            (costs, from[t]) = Step(t, costs);
        }

        var chosen = new int[table.Targets];
        int best = Array.IndexOf(costs, costs.Min());
        for (int t = table.Targets - 1; t >= 0; t--)
        {
            chosen[t] = table.UnitsOf(t)[best];
            best = t > 0 ? from[t][best] : 0;
        }

        return chosen;
    }

    private (double[] Costs, byte[] From) Step(int t, double[] before)
    {
        ReadOnlySpan<int> from = table.UnitsOf(t - 1), to = table.UnitsOf(t);
        var ways = new float[from.Length * to.Length];
        joins.Fill(from, to, ways);
        double[] costs = Losses(t);
        var origin = new byte[to.Length];
        for (int j = 0; j < to.Length; j++)
        {
            double least = double.PositiveInfinity;
            for (int i = 0; i < from.Length; i++)
            {
                double cost = before[i] + ways[(i * to.Length) + j];
                if (cost < least)
                    (least, origin[j]) = (cost, (byte)i);
            }

            costs[j] += least;
        }

        return (costs, origin);
    }

    private double[] Losses(int t)
    {
        ReadOnlySpan<float> utility = table.Utility.AsSpan(table.PlaceOf(t), table.CountOf(t));
        var losses = new double[utility.Length];
        float best = System.Numerics.Tensors.TensorPrimitives.Max(utility);
        for (int i = 0; i < losses.Length; i++)
            losses[i] = best - utility[i];
        return losses;
    }
}
