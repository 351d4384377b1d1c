using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Reads pictures: PNG at once, JPEG, WebP, BMP, TIFF and whatever else ffmpeg decodes by one child process.</summary>
public static class ImageFile
{
    private static readonly byte[] PngStart = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Reads a picture; of a movie or an animation the first frame. A photograph is turned upright as its EXIF data say.</summary>
    /// <param name="path">The file; its content decides, not its ending.</param>
    /// <param name="cancel">Ends the child process.</param>
    /// <returns>The picture; dispose it.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">It is no picture, or a damaged one.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Frame Read(string path, CancellationToken cancel = default)
    {
        MediaFile.Check(path);
        return ReadPng(path) ?? (path.Contains('%', StringComparison.Ordinal) ? DecodeLinked(path, cancel) : Decode(path, cancel));
    }

    // ffmpeg takes the name of a picture for a pattern of numbered ones.
    private static Frame DecodeLinked(string path, CancellationToken cancel)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cymatic-");
        try
        {
            FileSystemInfo link = File.CreateSymbolicLink(Path.Combine(folder.FullName, "picture"), Path.GetFullPath(path));
            return Decode(link.FullName, cancel);
        }
        catch (UnreadableMediaException e)
        {
            throw new UnreadableMediaException(path, e.Message[(e.Message.IndexOf(' ', StringComparison.Ordinal) + 1)..].TrimEnd('.'));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Null for what is no PNG file, and for the kinds of PNG that our reader leaves to ffmpeg.
    private static Frame? ReadPng(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[8];
            if (file.ReadAtLeast(start, 8, throwOnEndOfStream: false) < 8 || !start.SequenceEqual(PngStart))
                return null;
            file.Position = 0;
            return PngReader.Read(file, Path.GetFileName(path));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Frame Decode(string path, CancellationToken cancel)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-nostats", "-loglevel", "level+info", "-protocol_whitelist", "file,pipe,fd",
            "-i", MediaProbe.Url(path), "-map", "0:v:0", "-frames:v", "1",
            "-vf", "scale=flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp,format=rgba",
            "-c:v", "png", "-compression_level", "1", "-f", "image2pipe", "pipe:1",
        ];
        try
        {
            using FfmpegChild child = FfmpegChild.Start(Ffmpeg.Program, arguments, limit.Token);
            child.Input.Dispose();
            using var bytes = new MemoryStream();
            child.Output.CopyTo(bytes);
            int code = child.WaitForExit();
            if (code > 128)
                throw child.Failure($"decode {Path.GetFileName(path)}");
            bytes.Position = 0;
            return bytes.Length > 0 ? PngReader.Read(bytes, Path.GetFileName(path)) : throw DecodedIndex.NoPicture(path, child.Log);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UnreadableMediaException(path, $"could not be read: ffmpeg gave nothing for {Patience.TotalSeconds:0} s");
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableMediaException(path, $"holds no picture that ffmpeg can decode ({e.Message.TrimEnd('.')})");
        }
    }
}
