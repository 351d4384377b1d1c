namespace Cymatic.Signal;

/// <summary>How a border between two classes is searched.</summary>
public sealed record SupportVectorOptions
{
    /// <summary>How fast the influence of an observation falls off: the kernel is exp(−γ·distance²). Positive.</summary>
    public double Gamma { get; init => field = Positive(value, "Gamma"); } = 1;

    /// <summary>C: how much an observation on the wrong side costs, and the most that one can influence the border. Positive.</summary>
    public double Penalty { get; init => field = Positive(value, "The penalty"); } = 1;

    /// <summary>How far from the optimum the search may end, in units of the decision. Positive.</summary>
    public double Tolerance { get; init => field = Positive(value, "The tolerance"); } = 1e-3;

    private static double Positive(double value, string name) => value > 0 && double.IsFinite(value) ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{name} must be positive.");
}
