namespace Cymatic.Media;

/// <summary>How a sound file is written.</summary>
public sealed record AudioWriteOptions
{
    /// <summary>How WAV and FLAC keep a sample; FLAC has no floating point.</summary>
    public SampleFormat Format { get; init; } = SampleFormat.Pcm16;

    /// <summary>Thousands of bits a second of a lossy file (MP3, AAC, Opus, Vorbis).</summary>
    public int BitRateKbps
    {
        get;
        init => field = value is >= 6 and <= 2048
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A bit rate lies between 6 and 2048 kbit/s.");
    } = 192;

    /// <summary>Title, artist and so on, by ffmpeg's names for them; files keep those that they know, and WAV none.</summary>
    public IReadOnlyDictionary<string, string> Metadata
    {
        get;
        init => field = MetadataArguments.Checked(value);
    } = new Dictionary<string, string>();
}
