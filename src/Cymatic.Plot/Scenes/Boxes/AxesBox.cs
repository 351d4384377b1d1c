namespace Cymatic.Plot;

/// <summary>
/// A box around what is seen: the three sides behind the objects have grids, the edges towards the viewer have ticks and numbers.
/// </summary>
public sealed record AxesBox
{
    // Room for numbers and labels beside the box, in multiples of the size of letters.
    internal const double Margin = 4.2;

    /// <summary>The first axis.</summary>
    public BoxAxis X { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new() { Label = "x" };

    /// <summary>The second axis.</summary>
    public BoxAxis Y { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new() { Label = "y" };

    /// <summary>The third axis, upwards.</summary>
    public BoxAxis Z { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new() { Label = "z" };

    /// <summary>Whether there are lines across the sides at all ticks.</summary>
    public bool Grid { get; init; } = true;

    internal BoxAxis this[int axis] => axis == 0 ? X : axis == 1 ? Y : Z;
}

/// <summary>An edge of a box with ticks.</summary>
public sealed record BoxAxis
{
    /// <summary>What the axis measures; "^{…}" raises and "_{…}" lowers. Null: nothing is written.</summary>
    public string? Label { get; init; }

    /// <summary>Where ticks are. Null: at round numbers.</summary>
    public Ticks? Ticks { get; init; }

    /// <summary>How the numbers at ticks are written. Null: with as few digits as tell them apart.</summary>
    public Func<double, string>? Format { get; init; }
}
