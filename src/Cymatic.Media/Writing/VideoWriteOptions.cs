namespace Cymatic.Media;

/// <summary>How a movie is written.</summary>
public sealed record VideoWriteOptions
{
    /// <summary>Frames a second; null is the clip's own rate, and where it has none 30, or 25 for GIF and WebP.</summary>
    public FrameRate? FrameRate { get; init; }

    /// <summary>
    /// Exactly so many frames; null is as many as begin before the clip's end. After its end the clip's last frame stays.
    /// </summary>
    public long? FrameCount
    {
        get;
        init => field = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A movie has at least one frame.");
    }

    /// <summary>A quick look: half the size, at most 15 frames a second, the fastest preset, more loss.</summary>
    public bool Draft { get; init; }

    /// <summary>How the pictures are encoded; null is what the extension usually holds.</summary>
    public VideoCodec? Codec { get; init; }

    /// <summary>
    /// Constant rate factor, 0 (best) to 63 (51 for H.264 and H.265); null is 20 for H.264, 24 for H.265 and 32 for VP9, which look alike.
    /// The other codecs have none.
    /// </summary>
    public int? Crf
    {
        get;
        init => field = value is null or (>= 0 and <= 63)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A constant rate factor lies between 0 and 63.");
    }

    /// <summary>Thousands of bits a second for the pictures, instead of a constant quality; null is by <see cref="Crf"/>.</summary>
    public int? BitRateKbps
    {
        get;
        init => field = value is null or (>= 1 and <= 1_000_000)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A movie's pictures take from 1 to 1,000,000 kbit/s.");
    }

    /// <summary>Speed against file size.</summary>
    public EncoderPreset Preset { get; init; } = EncoderPreset.Medium;

    /// <summary>
    /// Try the graphics card's encoder for H.264 and H.265. Where ffmpeg has none, or it does not work, the usual one is taken and
    /// <see cref="WrittenMovie.Remarks"/> says so.
    /// </summary>
    public bool Hardware { get; init; }

    /// <summary>Threads of the encoder; null is the encoder's own choice. x264 and x265 give other bytes for other numbers.</summary>
    public int? EncoderThreads
    {
        get;
        init => field = value is null or (>= 1 and <= 64)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "An encoder has from 1 to 64 threads.");
    }

    /// <summary>Threads that draw ahead of the encoder; the written bytes do not depend on it.</summary>
    public int RenderThreads
    {
        get;
        init => field = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread must draw.");
    } = Environment.ProcessorCount;

    /// <summary>Leave the sound out.</summary>
    public bool WithoutSound { get; init; }

    /// <summary>How the sound is encoded; null is what the extension usually holds.</summary>
    public AudioCodec? AudioCodec { get; init; }

    internal const int UsualAudioKbps = 192;

    /// <summary>
    /// Thousands of bits a second for the sound, where it is lossy. At 192, the usual, the AAC of an MP4 that is written whole is copied as
    /// it is.
    /// </summary>
    public int AudioBitRateKbps
    {
        get;
        init => field = value is >= 6 and <= 512
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A movie's sound takes from 6 to 512 kbit/s.");
    } = UsualAudioKbps;

    /// <summary>Put an MP4's index before its pictures, so that it plays while it is fetched.</summary>
    public bool FastStart { get; init; } = true;

    /// <summary>How GIF, APNG and WebP are written.</summary>
    public AnimationOptions Animation { get; init; } = new();

    /// <summary>Title, artist, comment and so on, by ffmpeg's names for them; containers keep those that they know.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;
        init => field = MetadataArguments.Checked(value);
    } = new Dictionary<string, string>();

    /// <summary>
    /// Arguments that ffmpeg is given as they are before the output, after all others: whoever sets them answers for them.
    /// </summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];
}
