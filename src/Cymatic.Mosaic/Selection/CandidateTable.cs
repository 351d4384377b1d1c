namespace Cymatic.Mosaic;

/// <summary>For each unit of a target the units of the corpus that may stand for it, and what was measured of each pair.</summary>
internal sealed class CandidateTable(int targets, int width)
{
    private readonly int[] _counts = new int[targets];

    /// <summary>Units of the target.</summary>
    public int Targets { get; } = targets;

    /// <summary>The most candidates that a target can have.</summary>
    public int Width { get; } = width;

    /// <summary>Whether a target's candidates lie in order, the best first: of those as good as each other that comes first.</summary>
    public bool IsRanked { get; init; }

    /// <summary>Numbers of units in the corpus, <see cref="Width"/> places for each target.</summary>
    public int[] Units { get; } = new int[checked(targets * width)];

    /// <summary>How like spectra are: A = (1−m)·⟨X₀⟩ + m·⟨X₁⟩.</summary>
    public float[] Likeness { get; } = new float[targets * width];

    /// <summary>How well phases agree, 0 to 1; 0 where that was not asked.</summary>
    public float[] Coherence { get; } = new float[targets * width];

    /// <summary>The utility in nats.</summary>
    public float[] Utility { get; } = new float[targets * width];

    /// <summary>The mean likeness of all units of the corpus, for each target.</summary>
    public float[] Mean { get; } = new float[targets];

    /// <summary>Its standard deviation.</summary>
    public float[] Deviation { get; } = new float[targets];

    /// <summary>How many candidates a target has.</summary>
    public int CountOf(int target) => _counts[target];

    /// <summary>The place of a target's first candidate.</summary>
    public int PlaceOf(int target) => target * Width;

    /// <summary>A target's candidates.</summary>
    public ReadOnlySpan<int> UnitsOf(int target) => Units.AsSpan(PlaceOf(target), _counts[target]);

    /// <summary>Adds a candidate; false where it is one already, or where there is no room.</summary>
    public bool Add(int target, int unit, float likeness)
    {
        int count = _counts[target];
        if (count == Width || UnitsOf(target).Contains(unit))
            return false;
        Units[PlaceOf(target) + count] = unit;
        Likeness[PlaceOf(target) + count] = likeness;
        _counts[target] = count + 1;
        return true;
    }
}
