using System.Diagnostics;
using System.IO.Pipes;

namespace Cymatic.Media;

/// <summary>One running ffmpeg: its pipes, what it says, and its certain end. Disposing kills it when it still runs, and waits.</summary>
internal sealed class FfmpegChild : IDisposable
{
    /// <summary>Stands in the arguments where the number of the second input pipe goes.</summary>
    public const string SecondInput = "pipe:second";

    private static readonly string[] Incomplete = ["No space left on device", "Error writing trailer", "Error closing file"];

    // An inheritable descriptor would be inherited by every child that starts meanwhile, and keep the pipe open there.
    private static readonly Lock Starting = new();

    private readonly Process _process;
    private readonly CancellationToken _cancel;
    private readonly CancellationTokenRegistration _onCancel;
    private readonly Func<string, bool>? _takeLine;
    private readonly Thread _errors;

    private FfmpegChild(
        Process process, string commandLine, AnonymousPipeServerStream? second, Func<string, bool>? takeLine, CancellationToken cancel)
    {
        (_process, CommandLine, Second, _takeLine, _cancel) = (process, commandLine, second, takeLine, cancel);
        // A thread of its own: whoever waits for what the child says may hold all threads of the pool.
        _errors = new Thread(ReadErrors, 256 << 10) { IsBackground = true, Name = "Cymatic ffmpeg" };
        _errors.Start();
        Enlarge(Input);
        Enlarge(Output);
        Enlarge(Second);
        _onCancel = cancel.Register(Kill);
    }

    /// <summary>Writes to the child's standard input.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Reads the child's standard output.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Writes to the pipe that stands in the arguments as <see cref="SecondInput"/>; null when none does.</summary>
    public Stream? Second { get; }

    /// <summary>What the child says on standard error.</summary>
    public StderrLog Log { get; } = new();

    /// <summary>The child's process id.</summary>
    public int Id => _process.Id;

    /// <summary>The command as it could be typed into a shell.</summary>
    public string CommandLine { get; }

    /// <summary>Starts a program (<see cref="Ffmpeg.Program"/> or <see cref="Ffmpeg.Probe"/>); cancelling kills it.</summary>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Each as a whole.</param>
    /// <param name="cancel">Kills it.</param>
    /// <param name="takeLine">Sees each line of standard error, on a thread of its own; true keeps it out of <see cref="Log"/>.</param>
    /// <exception cref="OperationCanceledException">It was cancelled before the start.</exception>
    /// <exception cref="FfmpegException">The program cannot be run.</exception>
    public static FfmpegChild Start(
        string program, IReadOnlyList<string> arguments, CancellationToken cancel, Func<string, bool>? takeLine = null)
    {
        cancel.ThrowIfCancellationRequested();
        lock (Starting)
        {
            AnonymousPipeServerStream? second = arguments.Contains(SecondInput)
                ? new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable)
                : null;
            try
            {
                string[] actual =
                    [.. arguments.Select(argument => argument == SecondInput ? "pipe:" + second!.GetClientHandleAsString() : argument)];
                Process process = Process.Start(new ProcessStartInfo(program, actual)
                {
                    RedirectStandardInput = true,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                })!;
                return new FfmpegChild(process, ShellLine(program, actual), second, takeLine, cancel);
            }
            catch (System.ComponentModel.Win32Exception e)
            {
                second?.Dispose();
                throw new FfmpegException($"{program} cannot be run: {e.Message}.", ShellLine(program, arguments), null, []);
            }
            finally
            {
                second?.DisposeLocalCopyOfClientHandle(); // else a dead child never gives EPIPE
            }
        }
    }

    /// <summary>Waits for the end; a child that failed or was cancelled throws.</summary>
    /// <param name="task">What it was to do, to be read after "ffmpeg could not".</param>
    /// <param name="output">The file that the user wanted, if any.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="FfmpegException">The exit code is not 0, or the file is not whole.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    public void WaitForSuccess(string task, string? output = null)
    {
        // ffmpeg 5.1 may end with 0 though it says that the end of a file could not be written, as of WebM on a full disk.
        if (WaitForExit() is not 0 || Array.Exists(Incomplete, Log.Says))
            throw Failure(task, output);
    }

    /// <summary>Waits until the child has ended and all that it said is in <see cref="Log"/>.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public int WaitForExit()
    {
        _process.WaitForExit();
        _errors.Join();
        _cancel.ThrowIfCancellationRequested();
        return _process.ExitCode;
    }

    /// <summary>The exception for a child that has failed, or whose pipe broke; waits for its end first.</summary>
    /// <returns>An <see cref="OperationCanceledException"/> when it was interrupted (Ctrl-C reaches the children too), an
    /// <see cref="IOException"/> when the disk is full, else an <see cref="FfmpegException"/>.</returns>
    public Exception Failure(string task, string? output = null)
    {
        int code = WaitForExit();
        if (code == 128 + 2 || Log.Says("received signal 2"))
            return new OperationCanceledException("Interrupted.");
        if (Log.Says("No space left on device"))
            return DiskFull.Exception(output ?? "the file", new IOException(Log.LastLines[^1]));
        if (MissingEncoder(Log) is { } encoder)
        {
            string sentence = $"This ffmpeg has no encoder '{encoder}', so it could not {task}: install one that was built with it.";
            return new FfmpegException(sentence, CommandLine, code, Log.LastLines);
        }

        string reason = code > 128
            ? $"it was killed by signal {code - 128}"
            : (Log.Errors.Count > 0 ? Log.Errors[^1] : Log.LastLines.Count > 0 ? Log.LastLines[^1] : "it said nothing").TrimEnd('.');
        string age = Ffmpeg.Version() is { } version && version < Ffmpeg.OldestVersion
            ? $" This ffmpeg is version {version}; {Ffmpeg.OldestVersion} or later is needed."
            : "";
        return new FfmpegException($"ffmpeg could not {task}: {reason} (exit code {code}).{age}", CommandLine, code, Log.LastLines);
    }

    /// <summary>Ends the child at once.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _onCancel.Dispose();
        Kill();
        _process.WaitForExit();
        _errors.Join();
        Input.Dispose(); // a process leaves its pipes to the garbage collector
        Output.Dispose();
        _process.StandardError.Dispose();
        _process.Dispose();
        Second?.Dispose();
    }

    private void ReadErrors()
    {
        try
        {
            while (_process.StandardError.ReadLine() is { } line)
            {
                if (_takeLine is null || !_takeLine(line))
                    Log.Add(line);
            }
        }
        catch (IOException)
        {
            return; // the pipe broke, as the child was killed
        }
    }

    internal static string ShellLine(string program, IEnumerable<string> arguments) =>
        string.Join(' ', arguments.Prepend(program).Select(Quote));

    private static string? MissingEncoder(StderrLog log) =>
        log.LastLines.Select(line => line.Split("Unknown encoder '")).FirstOrDefault(parts => parts.Length == 2)?[1].TrimEnd('\'');

    private static string Quote(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:+=,@%".Contains(c)) ? word
            : "'" + word.Replace("'", "'\\''") + "'";

    private static void Enlarge(Stream? stream)
    {
        if (stream is PipeStream pipe)
            Libc.Enlarge(pipe.SafePipeHandle);
    }
}
