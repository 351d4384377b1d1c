namespace Cymatic.Imaging;

/// <summary>How a picture is equalized by its parts.</summary>
public sealed record AdaptiveEqualizationOptions
{
    /// <summary>A clip limit of 0.01, 256 bins, tiles of an eighth of each side.</summary>
    public static AdaptiveEqualizationOptions Default { get; } = new();

    /// <summary>The largest share of a tile's pixels in one bin, 0 to 1: higher gives more contrast, 0 limits nothing.</summary>
    public double ClipLimit
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The clip limit must lie between 0 and 1.");
    } = 0.01;

    /// <summary>Grey bins, 2 to 1,024.</summary>
    public int Bins
    {
        get;
        init => field = value is >= 2 and <= 1024 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be 2 to 1,024 bins.");
    } = 256;

    /// <summary>Width of a tile in pixels; null for an eighth of the picture's.</summary>
    public int? TileWidth
    {
        get;
        init => field = Checked(value);
    }

    /// <summary>Height of a tile in pixels; null for an eighth of the picture's.</summary>
    public int? TileHeight
    {
        get;
        init => field = Checked(value);
    }

    private static int? Checked(int? value) => value is null or (>= 1 and <= Frame.MaxSide)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A tile must have at least one pixel and no more than a frame.");
}
