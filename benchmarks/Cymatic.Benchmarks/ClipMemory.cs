using System.Diagnostics;
using System.Globalization;
using Cymatic.Media;

namespace Cymatic.Benchmarks;

/// <summary>The largest resident memory of a job that runs in a process of its own.</summary>
/// <param name="Job">The name after --job.</param>
/// <param name="Name">What is measured.</param>
/// <param name="Limit">In MB.</param>
/// <param name="WithChildren">Whether the sum with its ffmpeg counts.</param>
internal sealed record ClipMemory(string Job, string Name, double Limit, bool WithChildren = false) : Figure(Name, 1, Limit)
{
    /// <summary>A row for each kind of job, and the long one that must not take more.</summary>
    public static IEnumerable<Figure> All { get; } =
    [
        new ClipMemory("raw", "memory: make-frame", 150),
        new ClipMemory("transcode", "memory: transcode", 150),
        new ClipMemory("grid", "memory: 2x2 effects", 150),
        new ClipMemory("mask", "memory: colour mask", 150),
        new ClipMemory("titles", "memory: titles", 150),
        new ClipMemory("subclips", "memory: 1000 subclips", 150),
        new ClipMemory("frames", "memory: random frames", 150),
        new ClipMemory("long", "memory: ten minutes drawn", 150),
        new ClipMemory("gif", "memory: GIF 30 s, together", 300, WithChildren: true),
    ];

    public override string Unit => "MB";

    public override bool HasPeer => false;

    public override int Runs => 1;

    public override Contest Open(Workplace place)
    {
        ClipInputs.Small(place);
        ClipInputs.Raw(place);
        return new(() => Peak(place), null);
    }

    /// <summary>Runs a job in this process; whoever started it measures.</summary>
    public static void Run(string job, string folder)
    {
        string small = Path.Combine(folder, "v360.mp4"), target = Path.Combine(folder, "memory.mp4");
        switch (job)
        {
            case "raw": ClipJobs.WriteRaw(Path.Combine(folder, "v720.bgra"), target, EncoderPreset.Ultrafast); break;
            case "transcode": ClipJobs.Transcode(small, target, EncoderPreset.Ultrafast); break;
            case "grid": ClipJobs.Grid(small, target); break;
            case "mask": ClipJobs.Mask(small, target); break;
            case "titles": ClipJobs.Titles(small, target); break;
            case "subclips": ClipJobs.Subclips(small, target, 1000); break;
            case "frames": ClipJobs.RandomFrames(small, 200); break;
            case "long": ClipJobs.Long(small, target); break;
            case "mosaic": MosaicRenderingFigures.Render(small, target, 1800); break;
            case "mosaic-long": MosaicRenderingFigures.Render(small, target, 18_000); break;
            default: ClipJobs.Gif(small, Path.ChangeExtension(target, ".gif"), 30); break;
        }
    }

    private double Peak(Workplace place)
    {
        string program = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no program.");
        string[] before = Path.GetFileName(program) == "dotnet" ? [typeof(ClipMemory).Assembly.Location] : [];
        using Process process = Process.Start(new ProcessStartInfo(program, [.. before, place.Root, "--job", Job, place.Folder]))
            ?? throw new InvalidOperationException("The job did not start.");
        double peak = 0;
        while (!process.WaitForExit(10))
            peak = Math.Max(
                peak, WithChildren ? Resident(process.Id) + Children(process.Id).Sum(Resident) : Megabytes(process.Id, "VmHWM:"));
        return process.ExitCode == 0 ? peak : throw new InvalidOperationException($"The job {Job} failed.");
    }

    private static double Resident(int id) => Megabytes(id, "VmRSS:");

    private static double Megabytes(int id, string field)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
            string number = line is null ? "0" : line[field.Length..].Replace("kB", "", StringComparison.Ordinal);
            return double.Parse(number, CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }

    private static int[] Children(int id)
    {
        try
        {
            return [.. Directory.EnumerateDirectories($"/proc/{id}/task")
                .SelectMany(task => File.ReadAllText(Path.Combine(task, "children"))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return [];
        }
    }
}
