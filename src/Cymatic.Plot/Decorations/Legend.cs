namespace Cymatic.Plot;

/// <summary>Where a legend is.</summary>
public enum LegendPlace
{
    /// <summary>Where it hides least of the marks.</summary>
    Best,

    /// <summary>At the upper right.</summary>
    UpperRight,

    /// <summary>At the upper left.</summary>
    UpperLeft,

    /// <summary>At the lower left.</summary>
    LowerLeft,

    /// <summary>At the lower right.</summary>
    LowerRight,

    /// <summary>In the middle of the right side.</summary>
    Right,

    /// <summary>In the middle of the left side.</summary>
    Left,

    /// <summary>In the middle of the upper side.</summary>
    Top,

    /// <summary>In the middle of the lower side.</summary>
    Bottom,

    /// <summary>Right of the axes, where it hides nothing.</summary>
    Outside,
}

/// <summary>Names the marks of axes.</summary>
/// <param name="Place">Where it is.</param>
public sealed record Legend(LegendPlace Place = LegendPlace.Best)
{
    /// <summary>What stands above the names.</summary>
    public string? Title { get; init; }
}

/// <summary>Where a colour bar is.</summary>
public enum ColorBarPlace
{
    /// <summary>Right of the axes, rising.</summary>
    Right,

    /// <summary>Below the axes with their numbers and label, rising to the right.</summary>
    Bottom,

    /// <summary>Above the axes, below their title, rising to the right.</summary>
    Top,
}

/// <summary>Explains colours by a bar beside the axes.</summary>
/// <param name="Label">What the colours measure.</param>
public sealed record ColorBar(string? Label = null)
{
    /// <summary>Where it is.</summary>
    public ColorBarPlace Place { get; init; }

    /// <summary>Where ticks are. Null: where they suit the normalisation.</summary>
    public Ticks? Ticks { get; init; }

    /// <summary>How the numbers at ticks are written. Null: as the scale does.</summary>
    public Func<double, string>? Format { get; init; }
}
