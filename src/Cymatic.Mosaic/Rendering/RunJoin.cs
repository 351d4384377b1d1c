using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>The place where one run goes over into the next: how long, how much alike, and by how much the next one is shifted.</summary>
/// <param name="Half">Samples of the cross-fade on each side of the cut.</param>
/// <param name="Shift">Samples by which the coming run is read later in its source.</param>
/// <param name="Correlation">That of what overlaps, −1 to 1.</param>
internal readonly record struct RunJoin(int Half, int Shift, double Correlation)
{
    // Nearly opposite waves cancel whatever the gains are; more than this is not made up for.
    private const double LeastCorrelation = -0.5;

    /// <summary>The shift of the later wave, of ±<paramref name="reach"/> samples, at which it is most like the earlier one.</summary>
    /// <param name="earlier">What goes out.</param>
    /// <param name="later">What comes in: <paramref name="reach"/> samples more at both ends.</param>
    /// <param name="reach">In samples.</param>
    public static (int Shift, double Correlation) Align(ReadOnlySpan<float> earlier, ReadOnlySpan<float> later, int reach)
    {
        double power = TensorPrimitives.SumOfSquares(earlier), best = double.NegativeInfinity;
        int shift = 0;
        if (power <= 0)
            return (0, 0);
        for (int lag = -reach; lag <= reach; lag++)
        {
            double likeness = Likeness(earlier, later.Slice(lag + reach, earlier.Length), power);
            // Of equals, the smaller shift.
            if (likeness > best + 1e-9 || (likeness > best - 1e-9 && Math.Abs(lag) < Math.Abs(shift)))
                (best, shift) = (likeness, lag);
        }

        return best > 0 ? (shift, Math.Min(1, best)) : (0, Likeness(earlier, later.Slice(reach, earlier.Length), power));
    }

    /// <summary>The gains of both runs at a sample of the cross-fade, 0 ≤ <paramref name="at"/> &lt; 2·<see cref="Half"/>.</summary>
    public (float Going, float Coming) Gains(long at, bool isScaled)
    {
        var (coming, going) = Math.SinCos(Math.PI / 2 * (at + 0.5) / (2 * Half));
        double scale = isScaled ? 1 / Math.Sqrt(1 + 2 * going * coming * Math.Max(LeastCorrelation, Correlation)) : 1;
        return ((float)(going * scale), (float)(coming * scale));
    }

    private static double Likeness(ReadOnlySpan<float> earlier, ReadOnlySpan<float> later, double power)
    {
        double other = TensorPrimitives.SumOfSquares(later);
        return other <= 0 ? 0 : TensorPrimitives.Dot(earlier, later) / Math.Sqrt(power * other);
    }
}
