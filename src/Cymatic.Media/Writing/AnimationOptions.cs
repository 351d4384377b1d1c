namespace Cymatic.Media;

/// <summary>How animated pictures (GIF, APNG, WebP) are written.</summary>
public sealed record AnimationOptions
{
    /// <summary>How often the animation is shown; 0 is without end.</summary>
    public int Plays
    {
        get;
        init => field = value is >= 0 and <= 65535
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "An animation is shown up to 65535 times, or 0 for ever.");
    }

    /// <summary>Colours of a GIF's palette, the transparent one included.</summary>
    public int Colors
    {
        get;
        init => field = value is >= 4 and <= 256
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A GIF's palette has from 4 to 256 colours.");
    } = 256;

    /// <summary>How a GIF shows a colour that its palette has not got.</summary>
    public GifDither Dither { get; init; } = GifDither.Ordered;

    /// <summary>WebP without loss; else its quality is 80 of 100.</summary>
    public bool Lossless { get; init; }
}
