using System.Globalization;

namespace Cymatic.Media;

/// <summary>What ffmpeg is told about the pictures and the sound that come through its pipes.</summary>
internal static class PipeArguments
{
    /// <summary>The tags of BT.709, limited range, chroma sited left as H.264 and VP9 assume.</summary>
    public static string[] Bt709 { get; } = Tags("bt709");

    /// <summary>What stands before all else.</summary>
    public static string[] Start { get; } =
        ["-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-y", "-protocol_whitelist", "file,pipe,fd"];

    /// <summary>
    /// The tags of pictures of another matrix, as the scale filter calls it; their primaries and curve are those of BT.709.
    /// </summary>
    public static string[] Tags(string matrix)
    {
        string space = matrix switch { "bt601" => "smpte170m", "bt2020" => "bt2020nc", _ => matrix };
        return ["-color_range", "tv", "-colorspace", space, "-color_primaries", "bt709", "-color_trc", "bt709", "-chroma_sample_location",
            "left"];
    }

    /// <summary>Raw pictures on standard input.</summary>
    public static IEnumerable<string> Pictures(IFrameFormat format, FrameRate rate, bool isYuv) =>
    [
        "-f", "rawvideo", "-pixel_format", format.PixelFormat,
        "-video_size", string.Create(CultureInfo.InvariantCulture, $"{format.Width}x{format.Height}"), "-framerate", rate.ToString(),
        .. isYuv ? Bt709 : [], "-i", "pipe:0",
    ];

    /// <summary>Raw samples on the second pipe.</summary>
    public static string[] Sound(AudioClip audio) =>
    [
        "-protocol_whitelist", "file,pipe,fd", "-f", "f32le", "-ar", audio.SampleRate.ToString(CultureInfo.InvariantCulture),
        "-ac", audio.Channels.ToString(CultureInfo.InvariantCulture), "-i", FfmpegChild.SecondInput,
    ];
}
