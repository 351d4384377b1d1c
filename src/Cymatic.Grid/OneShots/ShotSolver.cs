using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Least-squares shots by conjugate gradients: all rows jointly, overlaps of a row with itself included.</summary>
/// <remarks>
/// CGLS (Björck, Numerical Methods for Least Squares Problems, 1996, alg. 7.4.1), preconditioned with each row's Σ gain². Its residual
/// falls with every step; a step after which it does not (rounding) is taken back and ends the search. Few steps also keep apart what the
/// song leaves undecided: it stays near the mean over the occurrences.
/// </remarks>
internal static class ShotSolver
{
    /// <summary>Improves <paramref name="shots"/> in place and keeps <paramref name="residual"/> = song − model.</summary>
    public static void Improve(ShotModel model, float[][] shots, float[] residual, int steps, CancellationToken cancel)
    {
        double[] weight = [.. shots.Select((_, row) => model.Weight(row))];
        float[][] gradient = model.Silence(), direction = model.Silence();
        var change = new float[residual.Length];
        double energy = Overlap.Energy(residual), slope = 0;
        for (int step = 0; step < steps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            double steepness = Turn(model, residual, gradient, direction, weight, slope);
            slope = steepness;
            Array.Clear(change);
            model.AddTo(direction, 1, change);
            double length = Overlap.Energy(change);
            if (steepness <= 0 || length <= 0)
                return;
            float stride = (float)(steepness / length);
            Move(shots, residual, direction, change, stride);
            double left = Overlap.Energy(residual);
            if (left > energy)
                Move(shots, residual, direction, change, -stride);
            if (left > energy * 0.999)
                return;
            energy = left;
        }
    }

    private static double Turn(ShotModel model, float[] residual, float[][] gradient, float[][] direction, double[] weight, double slope)
    {
        model.Gather(residual, gradient);
        double steepness = 0;
        for (int row = 0; row < gradient.Length; row++)
        {
            if (weight[row] > 0)
                steepness += Overlap.Energy(gradient[row]) / weight[row];
        }

        float keep = slope > 0 ? (float)(steepness / slope) : 0;
        for (int row = 0; row < gradient.Length; row++)
        {
            TensorPrimitives.Multiply(direction[row], keep, direction[row]);
            if (weight[row] > 0)
                TensorPrimitives.MultiplyAdd(gradient[row], (float)(1 / weight[row]), direction[row], direction[row]);
        }

        return steepness;
    }

    private static void Move(float[][] shots, float[] residual, float[][] direction, float[] change, float stride)
    {
        for (int row = 0; row < shots.Length; row++)
            TensorPrimitives.MultiplyAdd(direction[row], stride, shots[row], shots[row]);
        TensorPrimitives.MultiplyAdd(change, -stride, residual, residual);
    }
}
