namespace Cymatic.Signal.Tests;

public sealed class TemporaryFilesTests
{
    [Fact]
    public void A_new_folder_is_empty_and_another_one_each_time()
    {
        string first = TemporaryFiles.CreateFolder("test"), second = TemporaryFiles.CreateFolder("test");
        try
        {
            Assert.NotEqual(first, second);
            Assert.Empty(Directory.EnumerateFileSystemEntries(first));
        }
        finally
        {
            Directory.Delete(first);
            Directory.Delete(second);
        }
    }

    [Fact]
    public void Nobody_else_may_look_into_a_new_folder()
    {
        if (OperatingSystem.IsWindows())
            return; // It has no such modes.
        string folder = TemporaryFiles.CreateFolder("test");
        try
        {
            const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
            Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & others);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }
}
