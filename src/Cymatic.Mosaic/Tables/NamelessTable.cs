namespace Cymatic.Mosaic;

/// <summary>Tables that wait on disk and are gone when they are closed, whatever happens.</summary>
internal static class NamelessTable
{
    // Where TMPDIR says nothing, /tmp may be memory.
    private static string Folder =>
        Environment.GetEnvironmentVariable("TMPDIR") is null && Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath();

    /// <summary>Opens what was written under a name, and takes the name away.</summary>
    /// <param name="write">Writes the table to a path.</param>
    public static FileTable<T> Of<T>(Action<string> write)
        where T : unmanaged
    {
        string path = Path.Combine(Folder, $"cymatic-{Guid.NewGuid():N}.npy");
        try
        {
            write(path);
            return FileTable<T>.Open(path);
        }
        finally
        {
            File.Delete(path); // What is open stays until it is closed.
        }
    }
}
