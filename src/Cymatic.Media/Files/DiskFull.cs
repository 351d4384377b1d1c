using System.Globalization;

namespace Cymatic.Media;

/// <summary>A full disk, told from other errors and said in a sentence.</summary>
internal static class DiskFull
{
    private const int NoSpace = 28, QuotaExceeded = 122; // ENOSPC, EDQUOT

    /// <summary>Whether a write failed for want of room.</summary>
    public static bool Is(IOException e) => (e.HResult & 0xFFFF) is NoSpace or QuotaExceeded;

    /// <summary>The exception to show; <paramref name="path"/> is the file that the user wanted.</summary>
    public static IOException Exception(string path, Exception cause)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/";
        string sentence = $"The disk is full: {path} could not be written ({Free(folder)} free in {folder}).";
        return new IOException(sentence + " An older file of that name is as it was.", cause) { HResult = NoSpace };
    }

    private static string Free(string folder) =>
        string.Create(CultureInfo.InvariantCulture, $"{new DriveInfo(folder).AvailableFreeSpace / 1e6:0.0} MB");
}
