using Cymatic.Signal;
using Microsoft.Win32.SafeHandles;

namespace Cymatic.Media;

/// <summary>Files without a name: the system deletes them with their last handle, whatever happens to the process.</summary>
internal static class NamelessFile
{
    /// <summary>Bytes that are free where they are made; null when the system does not say.</summary>
    public static long? FreeBytes
    {
        get
        {
            try
            {
                return new DriveInfo(TemporaryFiles.Folder).AvailableFreeSpace;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
            {
                return null;
            }
        }
    }

    /// <summary>A new empty file, in TMPDIR, /var/tmp, or the system's folder for temporary files.</summary>
    /// <exception cref="IOException">None can be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static SafeFileHandle Open()
    {
        string path = Path.Combine(TemporaryFiles.Folder, $".cymatic-{Guid.NewGuid():N}.spool");
        SafeFileHandle file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    /// <summary>Reads until the buffer is full or the file ends; how many bytes came.</summary>
    public static int Read(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        int done = 0;
        while (done < buffer.Length && RandomAccess.Read(file, buffer[done..], offset + done) is > 0 and int read)
            done += read;
        return done;
    }
}
