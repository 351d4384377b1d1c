using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Tables that wait on disk and are gone when they are closed, whatever happens.</summary>
internal static class NamelessTable
{
    /// <summary>Opens what was written under a name, and takes the name away.</summary>
    /// <param name="write">Writes the table to a path.</param>
    public static FileTable<T> Of<T>(Action<string> write)
        where T : unmanaged
    {
        string path = Path.Combine(TemporaryFiles.Folder, $"cymatic-{Guid.NewGuid():N}.npy");
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
