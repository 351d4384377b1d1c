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

    /// <summary>What puts the first sample and the first picture to the same moment.</summary>
    /// <remarks>
    /// Opus begins with 312 samples of nothing. MP4 says so in its edit list; Matroska says so as well, but ffmpeg moves the pictures by as
    /// much, for it takes that beginning to lie before the file.
    /// </remarks>
    public static string[] Alignment(AudioCodec codec, string muxer) =>
        codec == AudioCodec.Opus && muxer is ("matroska" or "webm") ? ["-af", "asetpts=PTS+312/48000/TB"] : [];

    private static string Name(AudioCodec codec) => codec switch
    {
        AudioCodec.Opus => "libopus",
        AudioCodec.Mp3 => "libmp3lame",
        AudioCodec.Vorbis => "libvorbis",
        _ => "aac",
    };
}
