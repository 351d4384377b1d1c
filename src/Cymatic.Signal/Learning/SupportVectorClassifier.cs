using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>
/// Tells two classes apart by a border as far from both as possible, bent by the kernel exp(−γ·distance²): C-SVC with weights.
/// </summary>
/// <remarks>Decides as sklearn.svm.SVC(gamma, C).fit(…, sample_weight), which is libsvm (Chang and Lin 2011).</remarks>
public sealed class SupportVectorClassifier
{
    private readonly DenseMatrix _observations;
    private readonly double _gamma;

    private SupportVectorClassifier(DenseMatrix observations, SupportVectorOptions options, (double[] Coefficients, double Bias) border)
    {
        (_observations, _gamma) = (observations, options.Gamma);
        (Coefficients, Bias) = border;
    }

    /// <summary>How much each observation adds to a decision: positive for those of the positive class, 0 far from the border.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>The decision far from all observations.</summary>
    public double Bias { get; }

    /// <summary>Learns from observations.</summary>
    /// <param name="observations">Observations × features.</param>
    /// <param name="positive">Whether each observation belongs to the class whose decisions are positive.</param>
    /// <param name="weights">The importance of each observation: a factor of the penalty; 0 leaves it out. Empty: 1 each.</param>
    /// <param name="options">Null: <c>new()</c>.</param>
    /// <exception cref="ArgumentException">Not as many classes or weights as observations, numbers that are not finite, or a class without
    /// weight.</exception>
    public static SupportVectorClassifier Fit(
        DenseMatrix observations, ReadOnlySpan<bool> positive, ReadOnlySpan<double> weights = default, SupportVectorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(observations);
        observations.Check(nameof(observations), 2);
        int count = observations.Rows;
        if (positive.Length != count)
            throw new ArgumentException($"{positive.Length} classes do not match {count} observations.", nameof(positive));
        if (weights.Length != count && weights.Length != 0)
            throw new ArgumentException($"{weights.Length} weights do not match {count} observations.", nameof(weights));
        options ??= new();
        double[] signs = new double[count], limits = new double[count];
        for (int i = 0; i < count; i++)
        {
            double weight = weights.Length == 0 ? 1 : weights[i];
            if (!(weight >= 0) || !double.IsFinite(weight))
                throw new ArgumentException($"Weight {i} is {weight}; weights must not be negative.", nameof(weights));
            (signs[i], limits[i]) = (positive[i] ? 1 : -1, weight * options.Penalty);
        }

        double[] sides = [.. signs.Zip(limits, (sign, limit) => sign * limit)];
        if (!sides.Any(side => side > 0) || !sides.Any(side => side < 0))
            throw new ArgumentException("Each of the two classes needs an observation of positive weight.", nameof(positive));
        var search = new SupportVectorSearch(Kernel(observations, options.Gamma), signs, limits);
        return new(observations, options, search.Run(options.Tolerance));
    }

    /// <summary>The decision for an observation: above 0 on the positive class's side, ±1 at the edges of the margin.</summary>
    /// <param name="query">As many features as were learned.</param>
    /// <exception cref="ArgumentException">Another number of features.</exception>
    public double Decide(ReadOnlySpan<float> query)
    {
        if (query.Length != _observations.Columns)
            throw new ArgumentException($"{query.Length} features are not the {_observations.Columns} learned.", nameof(query));
        double sum = Bias;
        for (int i = 0; i < Coefficients.Count; i++)
        {
            if (Coefficients[i] != 0)
                sum += Coefficients[i] * Math.Exp(-_gamma * Squared(query, _observations[i]));
        }

        return sum;
    }

    private static double[] Kernel(DenseMatrix observations, double gamma)
    {
        int count = observations.Rows;
        var kernel = new double[checked(count * count)];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
                kernel[(i * count) + j] = kernel[(j * count) + i] = Math.Exp(-gamma * Squared(observations[i], observations[j]));
        }

        return kernel;
    }

    private static double Squared(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float distance = TensorPrimitives.Distance(a, b);
        return (double)distance * distance;
    }
}
