namespace Cymatic.Signal;

/// <summary>A shift and a factor for each feature, learnt from observations.</summary>
/// <remarks>Equals scikit-learn's MinMaxScaler, StandardScaler and RobustScaler; a feature that is constant is only shifted.</remarks>
public sealed class Scaling
{
    private readonly double[] _offsets, _factors;

    private Scaling(double[] offsets, double[] factors) => (_offsets, _factors) = (offsets, factors);

    /// <summary>What is taken off each feature.</summary>
    public IReadOnlyList<double> Offsets => _offsets;

    /// <summary>By what the rest is multiplied.</summary>
    public IReadOnlyList<double> Factors => _factors;

    /// <summary>To the range from 0 to 1.</summary>
    /// <exception cref="ArgumentException">No observation, or one that is not finite.</exception>
    public static Scaling MinMax(DenseMatrix observations) => Learn(observations, sorted => (sorted[0], sorted[^1] - sorted[0]));

    /// <summary>To mean 0 and standard deviation 1.</summary>
    /// <inheritdoc cref="MinMax"/>
    public static Scaling Standard(DenseMatrix observations) => Learn(observations, sorted =>
    {
        double mean = sorted.Average();
        return (mean, Math.Sqrt(sorted.Average(x => (x - mean) * (x - mean))));
    });

    /// <summary>To median 0 and a range of 1 between the quartiles, whatever outliers there are.</summary>
    /// <inheritdoc cref="MinMax"/>
    public static Scaling Robust(DenseMatrix observations) =>
        Learn(observations, sorted => (Quantile(sorted, 0.5), Quantile(sorted, 0.75) - Quantile(sorted, 0.25)));

    /// <summary>Observations scaled.</summary>
    /// <exception cref="ArgumentException">Another number of features.</exception>
    public DenseMatrix Apply(DenseMatrix observations)
    {
        Check(observations);
        return DenseMatrix.From(observations.Rows, _offsets.Length, (row, c) => (observations[row, c] - _offsets[c]) * _factors[c]);
    }

    /// <summary>Observations as they were before they were scaled.</summary>
    /// <exception cref="ArgumentException">Another number of features.</exception>
    public DenseMatrix Undo(DenseMatrix scaled)
    {
        Check(scaled);
        return DenseMatrix.From(scaled.Rows, _offsets.Length, (row, c) => (scaled[row, c] / _factors[c]) + _offsets[c]);
    }

    private static Scaling Learn(DenseMatrix observations, Func<double[], (double Offset, double Width)> measure)
    {
        ArgumentNullException.ThrowIfNull(observations);
        observations.Check(nameof(observations));
        double[] offsets = new double[observations.Columns], factors = new double[observations.Columns];
        for (int c = 0; c < offsets.Length; c++)
        {
            double[] sorted = [.. Enumerable.Range(0, observations.Rows).Select(row => (double)observations[row, c]).Order()];
            (offsets[c], double width) = measure(sorted);
            factors[c] = width > 1e-12 * Math.Max(1e-20, Math.Abs(offsets[c])) ? 1 / width : 1;
        }

        return new(offsets, factors);
    }

    private static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at, above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }

    private void Check(DenseMatrix observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        if (observations.Columns != _offsets.Length)
            throw new ArgumentException(
                $"Observations of {observations.Columns} features are not scaled by {_offsets.Length}.", nameof(observations));
    }
}
