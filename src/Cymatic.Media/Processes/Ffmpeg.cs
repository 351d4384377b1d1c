using System.Diagnostics;

namespace Cymatic.Media;

/// <summary>Where ffmpeg and ffprobe are, and which version.</summary>
/// <remarks>
/// They are looked for on PATH. The environment variable CYMATIC_FFMPEG names another ffmpeg; its ffprobe is the one beside it, else the
/// one on PATH. The version is asked for only when something failed, because the question costs as much as a short job.
/// </remarks>
public static class Ffmpeg
{
    /// <summary>The oldest ffmpeg that everything here was tested with.</summary>
    public static Version OldestVersion { get; } = new(5, 1);

    /// <summary>The ffmpeg program.</summary>
    /// <exception cref="FfmpegException">There is none; the message says what to install.</exception>
    public static string Program => Find("ffmpeg");

    /// <summary>The ffprobe program.</summary>
    /// <exception cref="FfmpegException">There is none; the message says what to install.</exception>
    public static string Probe => Find("ffprobe");

    /// <summary>The version of <see cref="Program"/>; null when it does not say one (a build from git).</summary>
    /// <exception cref="FfmpegException">There is no ffmpeg.</exception>
    public static Version? Version()
    {
        ProcessStartInfo start = new(Program, ["-version"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string first = process.StandardOutput.ReadLine() ?? "";
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return VersionIn(first);
    }

    /// <summary>"ffmpeg version 5.1.9-0+deb12u1 Copyright …" is 5.1.9.</summary>
    internal static Version? VersionIn(string line)
    {
        const string Before = "version ";
        int at = line.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0)
            return null;
        string word = line[(at + Before.Length)..].Split(' ')[0].TrimStart('n');
        string number = new([.. word.TakeWhile(c => char.IsAsciiDigit(c) || c == '.')]);
        return System.Version.TryParse(number.TrimEnd('.'), out Version? version) ? version : null;
    }

    private static string Find(string name)
    {
        string? chosen = Environment.GetEnvironmentVariable("CYMATIC_FFMPEG");
        if (!string.IsNullOrEmpty(chosen))
        {
            string program = name == "ffmpeg" ? chosen : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(chosen))!, name);
            if (File.Exists(program))
                return program;
            if (name == "ffmpeg")
                throw Missing($"CYMATIC_FFMPEG names '{chosen}', which is not a file.");
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists)
            ?? throw Missing($"{name} is not installed (it is in no folder of PATH).");
    }

    private static FfmpegException Missing(string sentence) => new(
        sentence + $" Install ffmpeg {OldestVersion} or later: 'sudo apt-get install ffmpeg' on Debian and Ubuntu, "
        + "'sudo dnf install ffmpeg' on Fedora, 'brew install ffmpeg' on macOS; or set CYMATIC_FFMPEG to the program.",
        "ffmpeg", null, []);
}
