namespace Cymatic.Media;

/// <summary>Files that appear together, when all of them are whole.</summary>
/// <remarks>
/// Each is written under its own name into a hidden folder beside its destination. Disposing without <see cref="Commit"/> deletes what was
/// written and leaves older files as they were. A destination that is a link is followed.
/// </remarks>
public sealed class StagedFiles : IDisposable
{
    private readonly Dictionary<string, string> _stages = []; // of each folder
    private readonly List<(string Staged, string Target)> _files = [];
    private readonly List<string> _made = [];

    /// <summary>Makes a folder for files, unless it is there; it goes away again when they do not appear.</summary>
    public void MakeFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        _made.Add(folder);
    }

    /// <summary>Writes a file.</summary>
    /// <param name="path">The destination.</param>
    /// <param name="write">Writes to the path that it is given; errors that it throws name the destination.</param>
    /// <exception cref="IOException">The disk is full, the destination is no file, or another error of the file system.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the older file may not be written to.</exception>
    /// <exception cref="FfmpegException">ffmpeg failed.</exception>
    public void Write(string path, Action<string> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        string target = AtomicFile.Target(path), folder = Path.GetDirectoryName(target)!;
        if (!_stages.TryGetValue(folder, out string? stage))
            _stages[folder] = stage = Path.Combine(folder, $".cymatic-{Guid.NewGuid():N}");
        string staged = Path.Combine(stage, Path.GetFileName(path));
        string Said(Exception e) =>
            e.Message.Replace(staged, path, StringComparison.Ordinal).Replace(stage, folder, StringComparison.Ordinal);
        try
        {
            Directory.CreateDirectory(stage);
            write(staged);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException(Said(e), e);
        }
        catch (IOException e) when (e.Message.Contains(stage, StringComparison.Ordinal))
        {
            throw new IOException(Said(e), e) { HResult = e.HResult };
        }
        catch (FfmpegException e) when (e.Message.Contains(stage, StringComparison.Ordinal))
        {
            throw new FfmpegException(Said(e), e.CommandLine, e.ExitCode, e.LastLines);
        }

        _files.Add((staged, target));
    }

    /// <summary>Puts all files in their places.</summary>
    public void Commit()
    {
        foreach ((string staged, string target) in _files)
            File.Move(staged, target, overwrite: true);
        _made.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (string stage in _stages.Values.Where(Directory.Exists))
            Directory.Delete(stage, recursive: true);
        foreach (string folder in _made.Where(folder => Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()))
            Directory.Delete(folder);
        _stages.Clear();
        _made.Clear();
    }
}
