namespace Cymatic.Media;

/// <summary>How a movie is written.</summary>
public sealed record VideoWriteOptions
{
    /// <summary>Frames a second; null is 30, and 25 for GIF, which shows at most 50.</summary>
    public FrameRate? FrameRate { get; init; }

    /// <summary>Constant rate factor, 0 (best) to 63 (51 for MP4); null is 20 for H.264 and 32 for VP9, which look alike. GIF has none.</summary>
    public int? Crf
    {
        get;
        init => field = value is null or (>= 0 and <= 63)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A constant rate factor lies between 0 and 63.");
    }

    /// <summary>Speed against file size.</summary>
    public EncoderPreset Preset { get; init; } = EncoderPreset.Medium;

    /// <summary>Thousands of bits a second for the sound.</summary>
    public int AudioBitRateKbps
    {
        get;
        init => field = value is >= 6 and <= 512
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A movie's sound takes from 6 to 512 kbit/s.");
    } = 192;

    /// <summary>Threads that draw ahead of the encoder; the written bytes do not depend on it.</summary>
    public int RenderThreads
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread must draw.");
    } = Environment.ProcessorCount;
}
