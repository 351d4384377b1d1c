namespace Cymatic.Plot;

/// <summary>One axis: its scale, what part of it is seen, its ticks and its label.</summary>
public sealed record Axis
{
    /// <summary>How numbers are spread.</summary>
    public Scale Scale { get; init; } = Scale.Linear;

    /// <summary>What is seen. Open ends follow the data, with a margin where marks want one.</summary>
    /// <exception cref="ArgumentException">A limit that is not finite.</exception>
    public Limits Limits
    {
        get;
        init => field = double.IsFinite(value.From ?? 0) && double.IsFinite(value.To ?? 0) ? value
            : throw new ArgumentException($"Limits from {value.From} to {value.To} are not finite.", nameof(value));
    }

    /// <summary>Whether numbers rise to the left or downwards.</summary>
    public bool Inverted { get; init; }

    /// <summary>What the axis measures; "^{…}" raises and "_{…}" lowers.</summary>
    public string? Label { get; init; }

    /// <summary>Where ticks are. Null: where the scale has them.</summary>
    public Ticks? Ticks { get; init; }

    /// <summary>How the numbers at ticks are written. Null: as the scale does.</summary>
    public Func<double, string>? Format { get; init; }

    /// <summary>Whether there are minor ticks. Null: as the theme says.</summary>
    public bool? MinorTicks { get; init; }

    /// <summary>Whether there is a grid across this axis. Null: as the theme says.</summary>
    public bool? Grid { get; init; }

    /// <summary>Whether numbers and label are written.</summary>
    public bool Labelled { get; init; } = true;
}
