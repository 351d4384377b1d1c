using System.Diagnostics;
using Cymatic.Media;

namespace Cymatic.Benchmarks;

/// <summary>ffmpeg alone.</summary>
internal static class FfmpegPeer
{
    /// <summary>Seconds of one run.</summary>
    public static double Run(params IReadOnlyList<string> arguments)
    {
        long begin = Stopwatch.GetTimestamp();
        string[] all = ["-nostdin", "-hide_banner", "-nostats", "-loglevel", "error", "-y", .. arguments];
        using Process process = Process.Start(new ProcessStartInfo(Ffmpeg.Program, all))
            ?? throw new InvalidOperationException("ffmpeg did not start.");
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(begin).TotalSeconds
            : throw new InvalidOperationException($"ffmpeg failed: {string.Join(' ', all)}");
    }
}
