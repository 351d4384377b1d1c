namespace Cymatic.Grid;

/// <summary>How alike playings and templates must be to be one sound.</summary>
/// <param name="FirstCut">Mean ρ² of the first groups that become templates; later rounds take what is less alike.</param>
/// <param name="SameSound">ρ² above which two templates are one.</param>
/// <param name="Reveals">Whether what lies deep under a known sound can be heard: no coder's noise is left where it was.</param>
internal sealed record ExplainOptions(double FirstCut, double SameSound, bool Reveals)
{
    /// <summary>Repeats are the same but for what lies over them.</summary>
    public static ExplainOptions Original { get; } = new(0.5, 0.7, Reveals: true);

    /// <summary>A lossy coder has put different noise on every repeat.</summary>
    public static ExplainOptions Coded { get; } = new(0.35, 0.5, Reveals: false);

    /// <summary>What is known of the onsets already, or null: at each of them some sound plays, and no more than are told.</summary>
    public ToldOnsets? Told { get; init; }
}
