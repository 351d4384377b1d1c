namespace Cymatic.Media.Tests;

public sealed class StagedFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_appear_when_they_are_committed()
    {
        using (var files = new StagedFiles())
        {
            files.Write(_folder["a.txt"], path => File.WriteAllText(path, "a"));
            Assert.False(File.Exists(_folder["a.txt"]));
            files.Commit();
        }

        Assert.Equal(["a.txt"], _folder.Names);
    }

    [Fact]
    public void A_folder_that_was_made_goes_with_its_files()
    {
        using (var files = new StagedFiles())
        {
            files.MakeFolder(_folder["new"]);
            files.Write(_folder["new/a.txt"], path => File.WriteAllText(path, "a"));
        }

        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        File.WriteAllText(_folder["real.txt"], "old");
        File.CreateSymbolicLink(_folder["link.txt"], "real.txt");
        using var files = new StagedFiles();
        files.Write(_folder["link.txt"], path => File.WriteAllText(path, "new"));
        files.Commit();
        Assert.Equal("real.txt", new FileInfo(_folder["link.txt"]).LinkTarget);
        Assert.Equal("new", File.ReadAllText(_folder["real.txt"]));
    }

    [Fact]
    public void Errors_name_the_file_that_was_asked_for()
    {
        using var files = new StagedFiles();
        var e = Assert.Throws<IOException>(() => files.Write(_folder["a.txt"], path => throw new IOException($"'{path}' is too long.")));
        Assert.Equal($"'{_folder["a.txt"]}' is too long.", e.Message);
    }
}
