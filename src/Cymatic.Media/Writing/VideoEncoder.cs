using System.Globalization;

namespace Cymatic.Media;

/// <summary>An encoder of ffmpeg's: its arguments, and how pictures go to it.</summary>
/// <param name="Name">The value of -c:v.</param>
internal abstract record VideoEncoder(string Name)
{
    /// <summary>The usual encoder of a codec.</summary>
    public static VideoEncoder For(VideoCodec codec) => codec switch
    {
        VideoCodec.H264 => new X264Encoder("libx264", 20),
        VideoCodec.H265 => new X264Encoder("libx265", 24),
        VideoCodec.Vp9 => new Vp9Encoder(),
        VideoCodec.ProRes4444 => new ProResEncoder(),
        VideoCodec.Apng => new ApngEncoder(),
        VideoCodec.WebP => new WebPEncoder(),
        _ => throw new ArgumentOutOfRangeException(nameof(codec), codec, "GIF has its own way."),
    };

    /// <summary>Whether transparent pictures stay so.</summary>
    public virtual bool KeepsAlpha => false;

    /// <summary>Whether the pictures are BT.709 and tagged so; else they are RGB.</summary>
    public virtual bool IsYuv => true;

    /// <summary>How pictures go through the pipe; <paramref name="alpha"/> only where alpha is kept.</summary>
    public virtual IFrameFormat Format(int width, int height, bool alpha) => new Yuv420(width, height);

    /// <summary>All arguments but the name.</summary>
    public abstract IEnumerable<string> Arguments(VideoWriteOptions options, bool alpha);

    /// <summary>A whole number as ffmpeg reads it.</summary>
    protected static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Kilobits a second as ffmpeg reads them.</summary>
    protected static string Kbps(int value) => Number(value) + "k";
}
