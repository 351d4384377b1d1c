using System.Globalization;

namespace Cymatic.Media;

/// <summary>Reads the pictures of a file once, tiny and at a steady rate: memory does not grow with its length.</summary>
public static class ThumbnailReader
{
    /// <summary>The pictures from time 0 on, as they are decoded; none where not one can be.</summary>
    /// <remarks>
    /// Planes of luma and both chromas, 8 bits, each a mean over its part of the picture (the whole of it, whatever its shape). Ending the
    /// enumeration ends the child process.
    /// </remarks>
    /// <param name="info">The file.</param>
    /// <param name="columns">Columns of a thumbnail, 1 to 64.</param>
    /// <param name="rows">Rows of a thumbnail, 1 to 64.</param>
    /// <param name="rate">Thumbnails a second; pictures are left out or repeated.</param>
    /// <param name="cancel">Ends the reading and the child process.</param>
    /// <returns>Arrays of 3 · columns · rows bytes, a new one for each.</returns>
    /// <exception cref="UnreadableMediaException">It holds no pictures.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IEnumerable<byte[]> Read(MediaInfo info, int columns, int rows, FrameRate rate, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, 64);
        if (info.Video is not { } stream)
            throw new UnreadableMediaException(info.Path, $"holds no pictures, only {info.Kinds}");
        return Decode(Arguments(info, stream, (columns, rows), rate), 3 * columns * rows, cancel);
    }

    private static IEnumerable<byte[]> Decode(string[] arguments, int bytes, CancellationToken cancel)
    {
        using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, cancel);
        child.Input.Dispose();
        while (true)
        {
            var thumbnail = new byte[bytes];
            if (child.Output.ReadAtLeast(thumbnail, bytes, throwOnEndOfStream: false) < bytes)
                break;
            yield return thumbnail;
        }

        cancel.ThrowIfCancellationRequested();
    }

    // Two steps: swscale averages over 256 pixels at most. The rate comes last, where a repeated picture costs nothing.
    private static string[] Arguments(MediaInfo info, VideoStreamInfo stream, (int Columns, int Rows) size, FrameRate rate)
    {
        string filters = string.Create(
            CultureInfo.InvariantCulture,
            $"scale={16 * size.Columns}:{16 * size.Rows}:flags=area,scale={size.Columns}:{size.Rows}:flags=area,format=yuv444p,"
            + $"fps={rate}:start_time={info.Zero:0.000000}");
        return
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+error", "-protocol_whitelist", "file,pipe,fd", "-copyts",
            "-i", MediaProbe.Url(info.Path), "-map", string.Create(CultureInfo.InvariantCulture, $"0:{stream.Index}"),
            "-vf", filters, "-fps_mode", "passthrough", "-f", "rawvideo", "pipe:1",
        ];
    }
}
