using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>A plot: two axes and the marks between them.</summary>
public sealed record Axes
{
    /// <summary>Empty axes.</summary>
    public Axes()
    {
    }

    /// <summary>Axes with marks, the first at the back.</summary>
    public Axes(params IReadOnlyList<Mark> marks) => Marks = marks;

    /// <summary>What is drawn, the first at the back.</summary>
    public IReadOnlyList<Mark> Marks { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = [];

    /// <summary>What stands above; "^{…}" raises and "_{…}" lowers.</summary>
    public string? Title { get; init; }

    /// <summary>The horizontal axis.</summary>
    public Axis X { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>The vertical axis.</summary>
    public Axis Y { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = new();

    /// <summary>Whether axis lines, ticks and labels are drawn; marks and title are in any case.</summary>
    public bool ShowsAxes { get; init; } = true;

    /// <summary>Where axis lines are. Null: as the theme says.</summary>
    public Sides? Spines { get; init; }

    /// <summary>Whether a step is as long along one axis as along the other: circles are round.</summary>
    public bool EqualAspect { get; init; }

    /// <summary>Names the marks that have a label. Null: none.</summary>
    public Legend? Legend { get; init; }

    /// <summary>Explains the colours of the first mark that shows numbers as colours. Null: none.</summary>
    public ColorBar? ColorBar { get; init; }

    /// <summary>Behind the marks. Null: as the theme says.</summary>
    public Color? Ground { get; init; }

    /// <summary>Where the axes are in the figure's layout. Null: in the next free cell.</summary>
    public Cell? Cell { get; init; }
}
