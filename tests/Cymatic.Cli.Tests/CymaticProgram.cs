using System.Diagnostics;
using System.Text;

namespace Cymatic.Cli.Tests;

/// <summary>The real program as a process of its own: what it printed, how it ended, and whether a child outlived it.</summary>
internal sealed class CymaticProgram : IDisposable
{
    private const string TagName = "CYMATIC_TEST_RUN";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly string _tag = Guid.NewGuid().ToString("N");
    private readonly Process _process;
    private readonly StringBuilder _output = new(), _errors = new();

    private CymaticProgram(string folder, IEnumerable<string> arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "cymatic.dll");
        bool isHost = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        var start = new ProcessStartInfo(isHost ? Environment.ProcessPath! : "dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment[TagName] = _tag;
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What it printed so far.</summary>
    public string Output => Read(_output);

    /// <summary>What it said on standard error so far.</summary>
    public string Errors => Read(_errors);

    /// <summary>Runs the program to its end.</summary>
    public static (int Code, string Output, string Errors) Run(string folder, params string[] arguments)
    {
        using CymaticProgram program = Start(folder, arguments);
        int code = program.WaitForEnd();
        return (code, program.Output, program.Errors);
    }

    /// <summary>Starts the program.</summary>
    public static CymaticProgram Start(string folder, params string[] arguments) => new(folder, arguments);

    /// <summary>Waits for a moment in the program's life; fails when it ends before.</summary>
    public void WaitUntil(Func<bool> condition)
    {
        Assert.True(SpinWait.SpinUntil(() => condition() || _process.HasExited, Patience), "The moment never came.");
        Assert.False(_process.HasExited, $"The program ended before: {Errors}");
    }

    /// <summary>Sends a signal, as Ctrl-C (INT) or a service manager (TERM) does.</summary>
    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>The exit code, and a failure when a child is still there.</summary>
    public int WaitForEnd()
    {
        Assert.True(_process.WaitForExit(Patience), $"The program does not end: {Errors}");
        _process.WaitForExit();
        Assert.Empty(Relatives());
        return _process.ExitCode;
    }

    /// <summary>Processes that the program started and that run; their command lines.</summary>
    public IReadOnlyList<string> Relatives() =>
        [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out int id) && id != _process.Id)
            .Where(id => ReadOrEmpty($"/proc/{id}/environ").Contains($"{TagName}={_tag}", StringComparison.Ordinal))
            .Select(id => ReadOrEmpty($"/proc/{id}/cmdline").Replace('\0', ' '))];

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    // Processes come and go while they are looked at.
    private static string ReadOrEmpty(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
            text.Append(line is null ? "" : line + "\n");
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
            return text.ToString();
    }
}
