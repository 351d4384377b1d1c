namespace Cymatic.Cli.Tests;

/// <summary>A test with a folder of its own, which must hold nothing half-written at the end.</summary>
public abstract class CliTest : IDisposable
{
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("cymatic-cli-");

    public void Dispose()
    {
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string At(string name) => Path.Combine(Folder.FullName, name);

    private protected (int Code, string Output, string Errors) Run(params string[] arguments) =>
        CymaticProgram.Run(Folder.FullName, arguments);

    /// <summary>The files of the folder, by name.</summary>
    private protected IEnumerable<string> Files =>
        Folder.EnumerateFileSystemInfos().Select(file => file.Name).Order(StringComparer.Ordinal);

    /// <summary>One sentence for a person: not empty, without a stack trace.</summary>
    private protected static void AssertSentence(string errors)
    {
        string last = errors.TrimEnd('\n').Split('\n')[^1];
        Assert.Matches(@"^\S.*\.$", last);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("bug worth reporting", errors, StringComparison.Ordinal);
    }
}
