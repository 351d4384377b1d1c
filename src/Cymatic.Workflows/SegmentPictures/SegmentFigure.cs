namespace Cymatic.Workflows;

/// <summary>A picture of a song's structure.</summary>
public enum SegmentFigure
{
    /// <summary>All of them on one page.</summary>
    All,

    /// <summary>Constant-Q levels, and their medians from beat to beat.</summary>
    ConstantQ,

    /// <summary>Recurrence, path and combined graph as matrices.</summary>
    Matrices,

    /// <summary>Structure components beside the recurrence matrix.</summary>
    Components,

    /// <summary>Components, recurrence matrix and estimated segments; for fragments a row for each kind.</summary>
    Segments,

    /// <summary>The segments over the constant-Q levels.</summary>
    OverConstantQ,
}
