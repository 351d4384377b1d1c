using System.Diagnostics;

namespace Cymatic.Media.Tests;

/// <summary>A folder for one test, deleted at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("cymatic-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public string[] Names =>
        [.. Directory.EnumerateFileSystemEntries(Root).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Runs a program to its end, and gives what it wrote.</summary>
    public static string Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {errors.Result}");
        return output;
    }

    public static string Ffmpeg(params string[] arguments) => Run("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]);

    public static string Probe(string path, string entries) =>
        Run("ffprobe", "-v", "error", "-of", "default=nw=1:nk=1", "-show_entries", entries, "file:" + path).Trim();
}
