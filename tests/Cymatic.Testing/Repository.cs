namespace Cymatic.Testing;

/// <summary>Finds the repository's files from wherever a test runs.</summary>
public static class Repository
{
    /// <summary>The folder that holds Cymatic.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file below the root.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// Golden numbers of the peers: those of the folder CYMATIC_GOLDEN, when that is set and holds the file, else our own.
    /// </summary>
    public static string Golden(string file)
    {
        string? other = Environment.GetEnvironmentVariable("CYMATIC_GOLDEN") is { Length: > 0 } folder ? Path.Combine(folder, file) : null;
        return other is not null && System.IO.File.Exists(other) ? other : OwnGolden(file);
    }

    /// <summary>Our own golden numbers and sounds, for tests that compare with numbers which only we have of them.</summary>
    public static string OwnGolden(string file) => File("tests", "data", "golden", file);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Cymatic.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Cymatic.slnx is in no folder above the tests.");
    }
}
