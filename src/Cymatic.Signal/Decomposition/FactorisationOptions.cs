namespace Cymatic.Signal;

/// <summary>How non-negative factors are found.</summary>
public enum FactorSolver
{
    /// <summary>One component after the other to its best, for the squared error (Cichocki and Phan, IEICE 2009).</summary>
    CoordinateDescent,

    /// <summary>Multiplicative updates for the squared error (Lee and Seung, NIPS 2001).</summary>
    Multiplicative,

    /// <summary>Multiplicative updates for the generalised Kullback–Leibler divergence (Lee and Seung, NIPS 2001).</summary>
    KullbackLeibler,
}

/// <summary>Where the search for non-negative factors starts.</summary>
public enum FactorStart
{
    /// <summary>
    /// Positive parts of singular vectors, zeros replaced by the mean (NNDSVDa: Boutsidis and Gallopoulos, Pattern Recognition 2008);
    /// random when there are more components than rows or columns.
    /// </summary>
    SingularVectors,

    /// <summary>Random numbers from the seed.</summary>
    Random,
}

/// <summary>How a matrix is factorised.</summary>
public sealed record FactorisationOptions
{
    /// <summary>Number of components.</summary>
    public int Components
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one component.");
    } = 16;

    /// <summary>How factors are found, and what is made small.</summary>
    public FactorSolver Solver { get; init; }

    /// <summary>Where the search starts.</summary>
    public FactorStart Start { get; init; }

    /// <summary>Seed of the random start.</summary>
    public int Seed { get; init; }

    /// <summary>Iterations at most.</summary>
    public int Iterations
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one iteration.");
    } = 200;

    /// <summary>
    /// The search ends when an iteration changes less than this share of what the first one did; 0: never before the last iteration.
    /// </summary>
    public double Tolerance
    {
        get;
        init => field = value >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tolerance must not be negative.");
    } = 1e-4;
}
