namespace Cymatic.Workflows;

/// <summary>How a contact sheet is made.</summary>
public sealed record SheetRequest
{
    /// <summary>Any file with pictures that ffmpeg can decode.</summary>
    public required string Movie { get; init; }

    /// <summary>The pictures to write: .png.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }

    /// <summary>Thumbnails from left to right, 1 to 20.</summary>
    public int Columns
    {
        get;
        init => field = value is >= 1 and <= 20 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A contact sheet has 1 to 20 columns.");
    } = 5;

    /// <summary>Thumbnails from top to bottom, 1 to 50.</summary>
    public int Rows
    {
        get;
        init => field = value is >= 1 and <= 50 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A contact sheet has 1 to 50 rows.");
    } = 4;

    /// <summary>Width of the picture in pixels, 400 to 10,000.</summary>
    public int Width
    {
        get;
        init => field = value is >= 400 and <= 10000 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A contact sheet is 400 to 10000 pixels wide.");
    } = 1600;

    /// <summary>What stands above; null for the name of the file, empty for nothing.</summary>
    public string? Title { get; init; }

    /// <summary>The colours.</summary>
    public GridTheme Theme { get; init; } = GridTheme.Dark;
}
