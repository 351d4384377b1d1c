using System.Diagnostics;

namespace Cymatic.Benchmarks;

/// <summary>
/// A movie from nothing: an example, built ahead of time, from its start to the end of its process, against a Python program likewise.
/// </summary>
/// <param name="Name">What is made.</param>
/// <param name="Target">The largest allowed ratio.</param>
/// <param name="Recorded">The peer's seconds where it cannot run.</param>
/// <param name="Example">A file of examples/ that writes the file named by its argument.</param>
/// <param name="PeerName">A file of benchmarks/peers that does the same.</param>
internal sealed record ProgramFigure(string Name, double Target, double Recorded, string Example, string PeerName)
    : Figure(Name, Target, Recorded)
{
    /// <summary>The movies of figures.</summary>
    public static IEnumerable<Figure> All { get; } =
    [
        new ProgramFigure("line movie, process", 1 / 2.5, 1.0, "elevation", "movie_line") { Extension = ".mp4" },
        new ProgramFigure("line GIF, process", 1 / 2.0, 1.4, "elevation", "movie_line"),
        new ProgramFigure("two moons GIF, process", 1 / 5.0, 12.8, "two-moons", "movie_moons")
        {
            Imports = "import sklearn, matplotlib; from moviepy import VideoClip",
        },
    ];

    /// <summary>What is written.</summary>
    public string Extension { get; init; } = ".gif";

    /// <summary>What the peer needs: MoviePy 2 (1.0 had another name for everything).</summary>
    public string Imports { get; init; } = "import matplotlib; from moviepy import VideoClip";

    public override int Runs => Recorded > 5 ? 3 : 5;

    public override Contest Open(Workplace place)
    {
        string program = Publish(place), ours = place.Target("ours" + Extension), theirs = place.Target("theirs" + Extension);
        bool isThere = PythonPeer.Can(place, Imports);
        return new(
            () => Run(new ProcessStartInfo("dotnet", [program, ours])),
            isThere ? () => Run(PythonPeer.Program(PeerName, place, [theirs])) : null);
    }

    private string Publish(Workplace place)
    {
        string folder = Path.Combine(place.Folder, Example), source = Path.Combine(place.Root, "examples", Example + ".cs");
        if (!Directory.Exists(folder))
        {
            string[] options = ["-c", "Release", "--use-current-runtime", "--no-self-contained", "-p:PublishReadyToRun=true", "-o", folder];
            Run(new ProcessStartInfo("dotnet", ["publish", source, .. options]));
        }

        return Path.Combine(folder, Example + ".dll");
    }

    private static double Run(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(begin).TotalSeconds
            : throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} failed: {output}");
    }
}
