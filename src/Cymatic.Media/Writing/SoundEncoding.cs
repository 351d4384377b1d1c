using System.Globalization;

namespace Cymatic.Media;

/// <summary>How ffmpeg is told to encode a movie's sound.</summary>
internal static class SoundEncoding
{
    /// <summary>The encoder and its settings.</summary>
    public static string[] Arguments(AudioCodec codec, int bitRateKbps) => codec switch
    {
        AudioCodec.Flac => ["-c:a", "flac", "-sample_fmt", "s32", "-bits_per_raw_sample", "24"],
        AudioCodec.Pcm => ["-c:a", "pcm_s24le"],
        _ => ["-c:a", Name(codec), "-b:a", string.Create(CultureInfo.InvariantCulture, $"{bitRateKbps}k")],
    };

    private static string Name(AudioCodec codec) => codec switch
    {
        AudioCodec.Opus => "libopus",
        AudioCodec.Mp3 => "libmp3lame",
        AudioCodec.Vorbis => "libvorbis",
        _ => "aac",
    };
}
