using System.Diagnostics;
using Cymatic.Signal;

namespace Cymatic.Media.Tests;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_exception_leaves_the_old_file_and_no_other()
    {
        File.WriteAllText(_folder["a.txt"], "old");
        Assert.Throws<InvalidTimeZoneException>(() => AtomicFile.Write(_folder["a.txt"], stream =>
        {
            stream.WriteByte(1);
            throw new InvalidTimeZoneException();
        }));
        Assert.Equal("old", File.ReadAllText(_folder["a.txt"]));
        Assert.Equal(["a.txt"], _folder.Names);
    }

    [Fact]
    public void A_whole_file_replaces_the_old_one()
    {
        File.WriteAllText(_folder["a.txt"], "old and longer");
        AtomicFile.Write(_folder["a.txt"], stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(_folder["a.txt"]));
        Assert.Equal(["a.txt"], _folder.Names);
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Directory.CreateDirectory(_folder["real"]);
        File.WriteAllText(_folder["real/a.txt"], "old");
        File.CreateSymbolicLink(_folder["link.txt"], "real/a.txt");
        AtomicFile.Write(_folder["link.txt"], stream => stream.Write("new"u8));
        Assert.Equal("new", File.ReadAllText(_folder["real/a.txt"]));
        Assert.NotNull(new FileInfo(_folder["link.txt"]).LinkTarget);
    }

    [Theory]
    [InlineData("nowhere/a.wav", typeof(DirectoryNotFoundException))]
    [InlineData("", typeof(IOException))]
    public void A_place_that_cannot_be_written_is_named(string name, Type type)
    {
        Exception? e = Record.Exception(() => AudioFile.Write(Path.Combine(_folder.Root, name), TestSounds.Sine(0.1), null, null, default));
        if (name.Length == 0)
            e = Record.Exception(() => AtomicFile.Write(_folder.Root, _ => { }));
        Assert.IsType(type, e);
        Assert.Contains("cannot be written", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    public void A_device_is_refused(string path) =>
        Assert.Contains(
            "is a device", Assert.Throws<IOException>(() => AtomicFile.Write(path, _ => { })).Message, StringComparison.Ordinal);

    [Fact]
    public void A_folder_that_takes_no_files_is_named()
    {
        Exception? e = Record.Exception(() => AtomicFile.Write("/proc/self/a.wav", _ => { }));
        Assert.True(e is IOException or UnauthorizedAccessException, e?.ToString());
        Assert.Contains("/proc/self/a.wav cannot be written", e!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".part", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_permission_is_named()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may write everywhere.");
        Permit(UnixFileMode.UserRead | UnixFileMode.UserExecute);
        Exception e = Assert.Throws<UnauthorizedAccessException>(() => AtomicFile.Write(_folder["a.txt"], _ => { }));
        Permit(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Contains(_folder["a.txt"], e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.wav")]
    [InlineData("a.flac")]
    [InlineData("a.mp4")]
    [InlineData("a.gif")]
    public void A_full_disk_is_called_one_and_nothing_is_left(string name)
    {
        using SmallDisk disk = new(_folder["disk"]);
        string path = Path.Combine(disk.Root, name);
        IOException e = Assert.Throws<IOException>(() => Write(path));
        Assert.StartsWith("The disk is full: " + path, e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Root));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file()
    {
        using SmallDisk disk = new(_folder["disk"]);
        string path = Path.Combine(disk.Root, "a.mp4");
        File.WriteAllText(path, "old");
        Assert.Throws<IOException>(() => Write(path));
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Single(Directory.EnumerateFileSystemEntries(disk.Root));
    }

    private void Permit(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(_folder.Root, mode);
    }

    private static void Write(string path)
    {
        Sound noise = TestSounds.Noise(200_000);
        if (path.EndsWith(".wav", StringComparison.Ordinal) || path.EndsWith(".flac", StringComparison.Ordinal))
            AudioFile.Write(path, noise);
        else
            VideoFile.Write(path, new Clip(TestClips.Moving(320, 240, 4), AudioClip.From(noise)),
                new VideoWriteOptions { Preset = EncoderPreset.Ultrafast });
    }

    /// <summary>A file system of 128 KiB in memory; the test is skipped where mounting is not permitted.</summary>
    private sealed class SmallDisk : IDisposable
    {
        public SmallDisk(string root)
        {
            Root = Directory.CreateDirectory(root).FullName;
            Assert.SkipUnless(OperatingSystem.IsLinux()
                && Run("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", Root) == 0, "Mounting a small disk is not permitted.");
        }

        public string Root { get; }

        public void Dispose() => Run("umount", Root);

        private static int Run(string program, params string[] arguments)
        {
            using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
    }
}
