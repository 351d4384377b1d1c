using System.Diagnostics;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace Cymatic.Benchmarks;

/// <summary>A Python program that does the same job again whenever it is told to, and says how long it took.</summary>
internal sealed class PythonPeer : IDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly Process _process;

    private PythonPeer(Process process) => _process = process;

    /// <summary>Starts benchmarks/peers/NAME.py with further arguments; null when Python or a module that it needs is missing.</summary>
    public static PythonPeer? Start(string name, Workplace place, params string[] arguments)
    {
        if (!File.Exists(Python))
            return null;
        ProcessStartInfo start = Program(name, place, [place.Folder, .. arguments]);
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start) ?? throw new InvalidOperationException("Python did not start.");
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        string? hello = process.StandardOutput.ReadLine();
        if (hello is not null && JsonDocument.Parse(hello).RootElement.TryGetProperty("ready", out _))
            return new(process);
        process.Dispose();
        return null;
    }

    /// <summary>Whether Python can do these imports.</summary>
    public static bool Can(Workplace place, string imports)
    {
        if (!File.Exists(Python))
            return false;
        ProcessStartInfo start = Prepared(new ProcessStartInfo(Python, ["-c", imports]), place);
        start.RedirectStandardError = true;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("Python did not start.");
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    /// <summary>How benchmarks/peers/NAME.py is started.</summary>
    public static ProcessStartInfo Program(string name, Workplace place, IEnumerable<string> arguments) =>
        Prepared(new ProcessStartInfo(Python, [Path.Combine(place.Root, "benchmarks", "peers", name + ".py"), .. arguments]), place);

    /// <summary>Seconds of one run.</summary>
    public double Run()
    {
        _process.StandardInput.WriteLine("run");
        string answer = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("A peer program ended.");
        return JsonDocument.Parse(answer).RootElement.GetProperty("seconds").GetDouble();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static ProcessStartInfo Prepared(ProcessStartInfo start, Workplace place)
    {
        string?[] paths = [place.Peers, Environment.GetEnvironmentVariable("PYTHONPATH")];
        start.Environment["PYTHONPATH"] = string.Join(':', paths.Where(path => !string.IsNullOrEmpty(path)));
        start.Environment.TryAdd("FFMPEG_BINARY", "ffmpeg"); // for MoviePy

        // OpenBLAS takes its slower AVX2 kernels on new processors unless told otherwise: the peer shall be at its best.
        if (Vector512.IsHardwareAccelerated)
            start.Environment.TryAdd("OPENBLAS_CORETYPE", "SkylakeX");
        return start;
    }
}
