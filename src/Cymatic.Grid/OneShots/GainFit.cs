namespace Cymatic.Grid;

/// <summary>Gains of the events of one channel, one after the other, each the best one (not below 0) given the others.</summary>
internal static class GainFit
{
    /// <summary>
    /// Improves <see cref="ShotModel.Gains"/> in place and keeps <paramref name="residual"/> = song − model; it never grows.
    /// </summary>
    /// <param name="model">Places and gains.</param>
    /// <param name="shots">The shot of each row.</param>
    /// <param name="residual">Song − model.</param>
    /// <param name="rows">For each row whether its gains may change; null: all may.</param>
    public static void Improve(ShotModel model, float[][] shots, float[] residual, bool[]? rows)
    {
        Placement placement = model.Placement;
        for (int e = 0; e < model.Gains.Length; e++)
        {
            if (rows is not null && !rows[placement.Row[e]])
                continue;
            ReadOnlySpan<float> shot = placement.Part(shots, e);
            (double dot, double energy) = Overlap.Project(shot, residual, placement.Start[e]);
            if (energy <= 0)
                continue;
            float gain = (float)Math.Max(0, model.Gains[e] + dot / energy);
            Overlap.Add(shot, model.Gains[e] - gain, residual, placement.Start[e]);
            model.Gains[e] = gain;
        }
    }

    /// <summary>Scales every row's shot so that the median of its gains is 1; the model stays the same.</summary>
    public static void Normalize(ShotModel model, float[][] shots)
    {
        int[][] events = model.Placement.EventsByRow();
        for (int row = 0; row < shots.Length; row++)
        {
            float[] gains = [.. events[row].Select(e => model.Gains[e]).Where(g => g > 0).Order()];
            if (gains.Length == 0)
                continue;
            float middle = gains[gains.Length / 2];
            System.Numerics.Tensors.TensorPrimitives.Multiply(shots[row], middle, shots[row]);
            foreach (int e in events[row])
                model.Gains[e] /= middle;
        }
    }
}
