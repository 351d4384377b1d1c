namespace Cymatic.Media;

/// <summary>What can be said of a file before ffmpeg is asked.</summary>
internal static class MediaFile
{
    /// <summary>Throws for what is no file, or an empty one.</summary>
    public static void Check(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (Directory.Exists(path))
            throw new UnreadableMediaException(path, "is a folder, not a file");
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file '{path}'.", path);
        if (new FileInfo(path).Length == 0)
            throw new UnreadableMediaException(path, "is empty (0 bytes)");
    }
}
