namespace Cymatic.Media;

/// <summary>How a movie is read.</summary>
public sealed record VideoReadOptions
{
    /// <summary>Whether pixels that are stored wide or narrow become square, as in players; else columns are given as they are.</summary>
    public bool SquarePixels { get; init; } = true;

    /// <summary>Pictures larger than this number of pixels are refused; by default those over 8192×8192.</summary>
    public long MaxPixels
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A picture has at least one pixel.");
    } = 8192L * 8192;

    /// <summary>Seconds that ffmpeg may take for one picture; then it is ended, with an error that says so.</summary>
    public double PatienceSeconds
    {
        get;
        init => field = value is > 0 and <= 3600
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Patience lies between 0 and 3600 seconds.");
    } = 20;
}
