namespace Cymatic.Signal;

/// <summary>How clusters are searched.</summary>
public sealed record KMeansOptions
{
    /// <summary>How often the search begins anew; the best is kept.</summary>
    public int Restarts { get; init => field = Positive(value); } = 10;

    /// <summary>Iterations of a search at most.</summary>
    public int Iterations { get; init => field = Positive(value); } = 300;

    /// <summary>A search ends when the centres move by less than this share of the features' mean variance, squared and summed.</summary>
    public double Tolerance
    {
        get;
        init => field = value >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The tolerance must not be negative.");
    } = 1e-4;

    /// <summary>Seed of the first centres.</summary>
    public int Seed { get; init; }

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        return value;
    }
}
