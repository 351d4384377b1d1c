namespace Cymatic.Imaging;

/// <summary>How a frame is drawn over another.</summary>
public sealed record BlendOptions
{
    /// <summary>The source as it is.</summary>
    public static BlendOptions Default { get; } = new();

    /// <summary>How colours mix.</summary>
    public BlendMode Mode
    {
        get;
        init => field = Enum.IsDefined(value) ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There is no such blend mode.");
    }

    /// <summary>0 (nothing happens) to 1.</summary>
    public double Opacity
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Opacity must lie between 0 and 1.");
    } = 1;

    /// <summary>A further opacity for each pixel of the source: as large as the source; 0 hides, 255 shows. The caller owns it.</summary>
    public Plane<byte>? Mask { get; init; }
}
