namespace Cymatic.Media;

/// <summary>Which luma weights and which range a video's samples have.</summary>
/// <param name="Name">ffmpeg's name of the matrix for its scale filter.</param>
/// <param name="Red">Weight of red in luma.</param>
/// <param name="Blue">Weight of blue in luma.</param>
/// <param name="IsFull">Whether samples go from 0 to 255 instead of 16 to 235 (240).</param>
internal sealed record YuvMatrix(string Name, double Red, double Blue, bool IsFull)
{
    /// <summary>The matrix that a stream is tagged with, else the one that players assume.</summary>
    /// <remarks>
    /// Without a tag players (mpv, VLC, browsers) take BT.709 from 1280 columns or 577 rows on, else BT.601; JPEG pictures are BT.601, full
    /// range. Wide-gamut and HDR colours are converted by their matrix only: no tone mapping.
    /// </remarks>
    public static YuvMatrix Of(VideoStreamInfo stream)
    {
        bool isJpeg = stream.PixelFormat?.StartsWith("yuvj", StringComparison.Ordinal) == true || stream.Codec is "mjpeg" or "webp";
        bool isFull = stream.ColorRange == "pc" || (stream.ColorRange is null && isJpeg);
        bool isLarge = stream.CodedWidth >= 1280 || stream.CodedHeight > 576;
        return stream.ColorSpace switch
        {
            "bt709" => new("bt709", 0.2126, 0.0722, isFull),
            "bt470bg" or "smpte170m" => new("bt601", 0.299, 0.114, isFull),
            "bt2020nc" or "bt2020c" => new("bt2020", 0.2627, 0.0593, isFull),
            "smpte240m" => new("smpte240m", 0.212, 0.087, isFull),
            "fcc" => new("fcc", 0.30, 0.11, isFull),
            _ => isLarge && !isJpeg ? new("bt709", 0.2126, 0.0722, isFull) : new("bt601", 0.299, 0.114, isFull),
        };
    }
}
