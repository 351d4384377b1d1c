using System.Diagnostics;

namespace Cymatic.Benchmarks;

/// <summary>What `cymatic info FILE` takes as a whole process, against the limit of 0.3 s.</summary>
internal sealed record InfoFigure() : Figure("cymatic info, process", 1, 0.3)
{
    public override bool HasPeer => false;

    public override Contest Open(Workplace place)
    {
        string small = ClipInputs.Small(place);
        return new(() => Workplace.Seconds(() => Run(Path.Combine(place.Root, "cymatic"), "info", small)), null);
    }

    private static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed.");
    }
}
