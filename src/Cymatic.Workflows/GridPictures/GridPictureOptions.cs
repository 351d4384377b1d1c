namespace Cymatic.Workflows;

/// <summary>How a grid is drawn.</summary>
public sealed record GridPictureOptions
{
    /// <summary>Width of a PNG in pixels, 600 to 20,000. The height follows from what there is to show.</summary>
    public int Width
    {
        get;
        init => field = value is >= 600 and <= 20000 ? value
            : throw new ArgumentOutOfRangeException(
                nameof(value), value, "The width of a grid picture must lie between 600 and 20000 pixels.");
    } = 2400;

    /// <summary>Pixels of a PNG for each unit of the layout, in which text is 11 units tall and more; 1 to 4.</summary>
    public double Scale
    {
        get;
        init => field = value is >= 1 and <= 4 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The scale must lie between 1 and 4.");
    } = 1.5;

    /// <summary>What stands above the picture: the name of the song.</summary>
    public string Title { get; init; } = "Sound grid";

    /// <summary>The colours.</summary>
    public GridTheme Theme { get; init; } = GridTheme.Light;

    /// <summary>Whether louder blocks are taller; otherwise all are as tall as their row.</summary>
    public bool LevelAsHeight { get; init; }

    /// <summary>Beats from one bar line to the next, 1 to 16, where the tempo is known.</summary>
    public int BeatsPerBar
    {
        get;
        init => field = value is >= 1 and <= 16 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A bar must have 1 to 16 beats.");
    } = 4;
}
