namespace Cymatic.Media;

/// <summary>A kind of movie file, and what may be in it; the first codec of each list is the usual one.</summary>
internal sealed record MovieContainer(string Muxer, VideoCodec[] Codecs, AudioCodec[] Sounds)
{
    private static readonly MovieContainer Mp4 =
        new("mp4", [VideoCodec.H264, VideoCodec.H265, VideoCodec.Vp9], [AudioCodec.Aac, AudioCodec.Mp3, AudioCodec.Opus, AudioCodec.Flac]);

    private static readonly Dictionary<string, MovieContainer> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".mp4"] = Mp4,
        [".m4v"] = Mp4,
        [".mov"] = new("mov", [VideoCodec.ProRes4444, VideoCodec.H264, VideoCodec.H265], [AudioCodec.Pcm, AudioCodec.Aac]),
        // Matroska cannot say that AAC begins with 1024 samples of nothing: pictures and sound would both be that late. Opus says it
        // itself.
        [".mkv"] = new("matroska",
            [VideoCodec.H264, VideoCodec.H265, VideoCodec.Vp9, VideoCodec.ProRes4444],
            [AudioCodec.Opus, AudioCodec.Flac, AudioCodec.Aac, AudioCodec.Vorbis, AudioCodec.Mp3, AudioCodec.Pcm]),
        [".webm"] = new("webm", [VideoCodec.Vp9], [AudioCodec.Opus, AudioCodec.Vorbis]),
        [".gif"] = new("gif", [VideoCodec.Gif], []),
        [".apng"] = new("apng", [VideoCodec.Apng], []),
        [".webp"] = new("webp", [VideoCodec.WebP], []),
    };

    /// <summary>Every extension.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [.. ByExtension.Keys];

    /// <summary>The container for a file's extension.</summary>
    /// <exception cref="ArgumentException">No movie has this extension.</exception>
    public static MovieContainer For(string path) =>
        ByExtension.GetValueOrDefault(Path.GetExtension(path)) ?? throw new ArgumentException(
            $"{path} has no ending of a movie that can be written: {string.Join(", ", Extensions)}; or a sound's: "
            + $"{string.Join(", ", AudioContainer.Extensions)}; or a number for pictures, as in frame_%05d.png.", nameof(path));

    /// <summary>The codec of the pictures.</summary>
    /// <exception cref="ArgumentException">The container cannot hold the one that is asked for.</exception>
    public VideoCodec CodecFor(VideoWriteOptions options) => Chosen(options, options.Codec, Codecs, "pictures");

    /// <summary>The codec of the sound; null when the container holds none.</summary>
    /// <exception cref="ArgumentException">The container cannot hold the one that is asked for.</exception>
    public AudioCodec? SoundFor(VideoWriteOptions options) =>
        Sounds.Length == 0 ? null : Chosen(options, options.AudioCodec, Sounds, "sound");

    private T Chosen<T>(VideoWriteOptions options, T? wanted, T[] possible, string what)
        where T : struct, Enum
    {
        if (wanted is not { } codec)
            return possible[0];
        return possible.Contains(codec)
            ? codec
            : throw new ArgumentException($"A {Muxer} file's {what} can be {string.Join(", ", possible)}, not {codec}.", nameof(options));
    }
}
