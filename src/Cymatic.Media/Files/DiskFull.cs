using System.Globalization;
using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>A full disk, told from other errors and said in a sentence.</summary>
public static class DiskFull
{
    private const int NoSpace = 28, QuotaExceeded = 122; // ENOSPC, EDQUOT

    /// <summary>Whether a write failed for want of room.</summary>
    public static bool Is(IOException e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return (e.HResult & 0xFFFF) is NoSpace or QuotaExceeded;
    }

    /// <summary>The exception to show: what could not be written, and how much room is left in which folder.</summary>
    public static IOException In(string folder, string what, Exception cause) =>
        new($"The disk is full: {what} could not be written ({Free(folder)} free in {folder}).", cause) { HResult = NoSpace };

    /// <summary>The exception to show; <paramref name="path"/> is the file that the user wanted.</summary>
    internal static IOException Exception(string path, Exception cause)
    {
        IOException said = In(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "/", path, cause);
        return new IOException($"{said.Message} An older file of that name is as it was.", cause) { HResult = NoSpace };
    }

    /// <summary>The same for what waits in a file without a name.</summary>
    internal static IOException Waiting(string what, Exception cause) => In(TemporaryFiles.Folder, what, cause);

    private static string Free(string folder) =>
        string.Create(CultureInfo.InvariantCulture, $"{new DriveInfo(folder).AvailableFreeSpace / 1e6:0.0} MB");
}
