using System.Globalization;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>A stream of pictures in a file: what ffmpeg is told to decode it, and what comes out.</summary>
internal record VideoInput
{
    private static readonly string[] BaseArguments =
        ["-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd", "-copyts"];

    private readonly (long Length, DateTime Written) _file;

    /// <exception cref="UnreadableMediaException">There are no pictures in it, or too large ones.</exception>
    public VideoInput(string path, MediaInfo info, VideoReadOptions options)
    {
        VideoStreamInfo stream = info.Video ?? throw new UnreadableMediaException(
            path, $"holds no pictures, only {info.Kinds}");
        (Path, Info, Stream, Options) = (path, info, stream, options);
        FileInfo file = new(path);
        _file = (file.Length, file.LastWriteTimeUtc);
        (Width, Height) = options.SquarePixels ? (stream.Width, stream.Height)
            : stream.IsTurned ? (stream.CodedHeight, stream.CodedWidth) : (stream.CodedWidth, stream.CodedHeight);
        CheckSize();
        Format = FormatOf();
    }

    /// <summary>The file, as the user named it.</summary>
    public string Path { get; }

    /// <summary>What its header says.</summary>
    public MediaInfo Info { get; }

    /// <summary>The stream that is read.</summary>
    public VideoStreamInfo Stream { get; }

    /// <summary>How it is read.</summary>
    public VideoReadOptions Options { get; }

    /// <summary>Columns of a picture that comes out.</summary>
    public int Width { get; }

    /// <summary>Rows of a picture that comes out.</summary>
    public int Height { get; }

    /// <summary>How a picture lies in the pipe.</summary>
    public IPictureFormat Format { get; }

    /// <summary>The command that decodes all frames from the start, or from a time in seconds of the stream's clock.</summary>
    public IReadOnlyList<string> Arguments(double? from) =>
    [
        .. BaseArguments,
        .. from is { } seconds
            ? ["-noaccurate_seek", "-seek_timestamp", "1", "-ss", seconds.ToString("0.000000", CultureInfo.InvariantCulture)]
            : Array.Empty<string>(),
        .. AlphaDecoder,
        "-i", MediaProbe.Url(Path), "-map", string.Create(CultureInfo.InvariantCulture, $"0:{Stream.Index}"),
        "-vf", $"{ShownFrame.Filter},{Format.Filters}", "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
    ];

    /// <summary>Throws when the file is not the one that was opened.</summary>
    public void CheckUnchanged()
    {
        FileInfo now = new(Path);
        if (!now.Exists)
            throw new UnreadableMediaException(Path, "was there when it was opened, and is gone");
        if ((now.Length, now.LastWriteTimeUtc) != _file)
            throw new UnreadableMediaException(Path, "has changed since it was opened");
    }

    // ffmpeg's own decoders of VP8 and VP9 drop the second picture, which is the alpha.
    private string[] AlphaDecoder => (Stream.HasAlpha, Stream.Codec) switch
    {
        (true, "vp8") => ["-c:v", "libvpx"],
        (true, "vp9") => ["-c:v", "libvpx-vp9"],
        _ => [],
    };

    private void CheckSize()
    {
        if (Width < 1 || Height < 1)
            throw new UnreadableMediaException(Path, "holds pictures of which the header says no size");
        if (Width > Frame.MaxSide || Height > Frame.MaxSide || (long)Width * Height > Options.MaxPixels)
        {
            string problem = string.Create(
                CultureInfo.InvariantCulture, $"holds pictures of {Width}×{Height} pixels, more than the {Options.MaxPixels} allowed");
            throw new UnreadableMediaException(Path, problem);
        }
    }

    private IPictureFormat FormatOf()
    {
        string pixels = Stream.PixelFormat ?? "yuv420p";
        bool isRgb = pixels.Contains("rgb", StringComparison.Ordinal) || pixels.Contains("bgr", StringComparison.Ordinal)
            || pixels.StartsWith("gbr", StringComparison.Ordinal) || pixels is "argb" or "abgr" or "pal8";
        bool isPlanar = pixels.StartsWith("yuv420", StringComparison.Ordinal) || pixels is "yuvj420p" or "nv12" or "nv21" or "p010le";
        YuvMatrix matrix = YuvMatrix.Of(Stream);
        return isPlanar && !Stream.HasAlpha
            ? new Yuv420Picture(Width, Height, matrix)
            : new BgraPicture(Width, Height, isRgb ? null : matrix, Stream.HasAlpha);
    }
}
