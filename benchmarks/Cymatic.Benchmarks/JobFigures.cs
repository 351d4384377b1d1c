using System.Diagnostics;
using System.Globalization;
using Cymatic.Media;

namespace Cymatic.Benchmarks;

/// <summary>Runs ./cymatic as a user does.</summary>
internal static class GridJob
{
    /// <summary>Seconds and the largest resident memory in MB of a song's way to PNG, MIDI and JSON.</summary>
    public static (double Seconds, double PeakMb) Run(Workplace place, string song)
    {
        var start = new ProcessStartInfo(Path.Combine(place.Root, "cymatic"))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        foreach (string argument in new[] { "grid", song, "-o", "grid.png", "-o", "grid.mid", "-o", "grid.json" })
            start.ArgumentList.Add(argument);
        start.WorkingDirectory = place.Folder;
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("./cymatic did not start.");
        var errors = new List<string>();
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data ?? "");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        double peak = 0;
        while (!process.WaitForExit(10))
            peak = Math.Max(peak, PeakMb(process.Id));
        process.WaitForExit();
        return process.ExitCode == 0
            ? (Stopwatch.GetElapsedTime(begin).TotalSeconds, peak)
            : throw new InvalidOperationException($"./cymatic grid failed: {string.Join(' ', errors)}");
    }

    /// <summary>A song as a file.</summary>
    public static string Write(Workplace place, string name, double seconds)
    {
        string path = Path.Combine(place.Folder, name);
        if (!File.Exists(path))
            AudioFile.Write(path, Workplace.Lengthen(place.Song.Value, seconds));
        return path;
    }

    /// <summary>The largest resident memory of a process so far, in MB; 0 when it has ended.</summary>
    public static double PeakMb(int id)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0
                : double.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0; // It has just ended.
        }
    }
}

/// <summary>A three-minute song to PNG, MIDI and JSON: at most a twentieth of its length, start-up included.</summary>
internal sealed record GridTimeFigure() : Figure("grid job, song 180 s", 1.0 / 20, 180)
{
    public override bool HasPeer => false;

    public override int Runs => 3;

    public override Contest Open(Workplace place)
    {
        string song = GridJob.Write(place, "song.wav", 180);
        return new(() => GridJob.Run(place, song).Seconds, null);
    }
}

/// <summary>The same job's largest resident memory against the limit of 400 MB.</summary>
internal sealed record GridMemoryFigure() : Figure("grid job, memory", 1, 400)
{
    public override bool HasPeer => false;

    public override string Unit => "MB";

    public override int Runs => 1;

    public override Contest Open(Workplace place)
    {
        string song = GridJob.Write(place, "song.wav", 180);
        return new(() => GridJob.Run(place, song).PeakMb, null);
    }
}

/// <summary>An hour against twenty times three minutes: work that grows faster than the song falls short.</summary>
internal sealed record GridHourFigure(bool Memory) : Figure(Memory ? "grid job, hour memory" : "grid job, hour", 1.2, 0)
{
    public override string Unit => Memory ? "MB" : "s";

    public override int Runs => 1;

    public override Contest Open(Workplace place)
    {
        string song = GridJob.Write(place, "song.wav", 180), hour = GridJob.Write(place, "hour.wav", 3600);
        return new(() => Figure(GridJob.Run(place, hour)), () => 20 * Figure(GridJob.Run(place, song)));
    }

    private double Figure((double Seconds, double PeakMb) job) => Memory ? job.PeakMb : job.Seconds;
}
