namespace Cymatic.Testing;

/// <summary>Finds the repository's files from wherever a test runs.</summary>
public static class Repository
{
    /// <summary>The folder that holds Cymatic.slnx.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file below the root.</summary>
    public static string File(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Golden numbers of the peers: CYMATIC_GOLDEN when it is set, else tests/data/golden.</summary>
    public static string Golden(string file) =>
        Path.Combine(Environment.GetEnvironmentVariable("CYMATIC_GOLDEN") is { Length: > 0 } folder ? folder
            : File("tests", "data", "golden"), file);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Cymatic.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Cymatic.slnx is in no folder above the tests.");
    }
}
