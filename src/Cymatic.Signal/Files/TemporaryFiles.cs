namespace Cymatic.Signal;

/// <summary>Where files lie that are large, and gone when the work is done.</summary>
public static class TemporaryFiles
{
    /// <summary>TMPDIR where it is set, else /var/tmp where there is one, for /tmp is often memory; else the system's own folder.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable("TMPDIR") is null && Directory.Exists("/var/tmp") ? "/var/tmp" : Path.GetTempPath();

    /// <summary>Makes a new empty folder in <see cref="Folder"/> that only its owner may look into, and says where it is.</summary>
    /// <param name="purpose">A word that stands in its name.</param>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static string CreateFolder(string purpose)
    {
        string path = Path.Combine(Folder, $"cymatic-{purpose}-{Guid.NewGuid():N}");
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }
}
