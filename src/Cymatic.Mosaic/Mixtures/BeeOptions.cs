namespace Cymatic.Mosaic;

/// <summary>The rules of mixtures: Driedger, Prätzlich and Müller, "Let it Bee", ISMIR 2015, section 2.</summary>
public sealed record BeeOptions
{
    /// <summary>Units before and after within which a unit of the corpus sounds only once, 0 to 1000.</summary>
    public int Repetition { get; init => field = Within(value, 0, 1000, "repetition"); } = 7;

    /// <summary>How many units sound together at most, 1 to 100.</summary>
    public int Polyphony { get; init => field = Within(value, 1, 100, "polyphony"); } = 10;

    /// <summary>Units before and after over which a source that goes on is preferred, 0 to 100.</summary>
    public int Continuity { get; init => field = Within(value, 0, 100, "continuity"); } = 3;

    /// <summary>Rounds of the factorisation, 1 to 1000.</summary>
    public int Rounds { get; init => field = Within(value, 1, 1000, "number of rounds"); } = 20;

    private static int Within(int value, int least, int most, string name) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"The {name} lies between {least} and {most}.");
}
