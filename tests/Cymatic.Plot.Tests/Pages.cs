using System.Diagnostics;
using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>Figures as SVG and PDF, drawn by other programs.</summary>
internal static class Pages
{
    /// <summary>Skips a test where the program for a format is missing.</summary>
    internal static void SkipWithout(string format) => Assert.SkipWhen(!Has(Program(format)), $"{Program(format)} is not installed.");

    /// <summary>Writes a figure in a format, and draws that at 96 dots an inch; dispose the result.</summary>
    internal static Frame Draw(Figure figure, string format) => Draw(figure.Write, format);

    /// <summary>Writes a file in a format, and draws that at 96 dots an inch; dispose the result.</summary>
    internal static Frame Draw(Action<string> write, string format)
    {
        string path = Path.Combine(Path.GetTempPath(), $"cymatic-page-{Guid.NewGuid():N}.{format}");
        string png = Path.ChangeExtension(path, ".png");
        try
        {
            write(path);
            Run(Program(format), format == "svg" ? [path, "-o", png] : ["-r", "96", "-png", "-singlefile", path, png[..^4]]);
            return PngReader.Read(png);
        }
        finally
        {
            File.Delete(path);
            File.Delete(png);
        }
    }

    private static string Program(string format) => format == "svg" ? "rsvg-convert" : "pdftoppm";

    private static bool Has(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));

    private static void Run(string name, IEnumerable<string> arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(name, arguments)) ?? throw new InvalidOperationException($"{name} did not start.");
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
