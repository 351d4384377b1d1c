namespace Cymatic.Workflows;

/// <summary>How a movie of a grid looks.</summary>
public sealed record GridMovieOptions
{
    /// <summary>Width in pixels, 480 to 7680.</summary>
    public int Width
    {
        get;
        init => field = value is >= 480 and <= 7680 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The width of a movie must lie between 480 and 7680 pixels.");
    } = 1280;

    /// <summary>Height in pixels, 270 to 4320.</summary>
    public int Height
    {
        get;
        init => field = value is >= 270 and <= 4320 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The height of a movie must lie between 270 and 4320 pixels.");
    } = 720;

    /// <summary>What stands above the grid: the name of the song.</summary>
    public string Title { get; init; } = "Sound grid";

    /// <summary>The colours.</summary>
    public GridTheme Theme { get; init; } = GridTheme.Dark;

    /// <summary>Beats from one bar line to the next, 1 to 16, where the tempo is known.</summary>
    public int BeatsPerBar
    {
        get;
        init => field = value is >= 1 and <= 16 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A bar must have 1 to 16 beats.");
    } = 4;
}
