namespace Cymatic.Media;

/// <summary>How ffmpeg is told to write a kind of sound file.</summary>
/// <param name="Muxer">The value of -f.</param>
/// <param name="Encoder">The value of -c:a.</param>
/// <param name="IsLossless">Integers go in, and no bit rate.</param>
internal sealed record AudioContainer(string Muxer, string Encoder, bool IsLossless = false)
{
    private static readonly Dictionary<string, AudioContainer> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".flac"] = new("flac", "flac", IsLossless: true),
        [".mp3"] = new("mp3", "libmp3lame"),
        [".m4a"] = new("ipod", "aac"),
        [".aac"] = new("adts", "aac"),
        [".opus"] = new("opus", "libopus"),
        [".ogg"] = new("ogg", "libvorbis"),
    };

    /// <summary>Every extension of a sound file that can be written, WAV included.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".wav", .. ByExtension.Keys];

    /// <summary>The container for a file's extension.</summary>
    /// <exception cref="ArgumentException">No sound file has this extension.</exception>
    public static AudioContainer For(string path) =>
        ByExtension.GetValueOrDefault(Path.GetExtension(path)) ?? throw new ArgumentException(
            $"{path} has no ending of a sound file that can be written: {string.Join(", ", Extensions)}.", nameof(path));
}
