namespace Cymatic.Media;

/// <summary>A file that appears when it is whole: it is written beside its destination and then takes its place.</summary>
/// <remarks>
/// Disposing without <see cref="Commit"/> deletes what was written and leaves an older file as it was. A destination that is a link is
/// followed: the file it leads to is replaced, not the link.
/// </remarks>
public sealed class AtomicFile : IDisposable
{
    private readonly string _target;
    private bool _done;

    /// <summary>Makes an empty file beside the destination, so that a folder that cannot be written to is known at once.</summary>
    /// <exception cref="IOException">The destination's folder does not exist, or the destination is a folder or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the older file may not be written to.</exception>
    public AtomicFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        (Path, _target) = (path, Target(path));
        TemporaryPath = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(_target)!, $".cymatic-{Guid.NewGuid():N}.part");
        Guard(() => new FileStream(TemporaryPath, FileMode.CreateNew, FileAccess.Write).Dispose());
    }

    /// <summary>The destination, as it was named.</summary>
    public string Path { get; }

    /// <summary>Where to write; in the destination's folder.</summary>
    public string TemporaryPath { get; }

    /// <summary>Writes a whole file.</summary>
    /// <param name="path">The destination.</param>
    /// <param name="write">Writes to a buffered stream that can seek; what it throws passes through, and no file appears.</param>
    /// <exception cref="IOException">The disk is full (the message says so), or another error of the file system.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the older file may not be written to.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        using AtomicFile file = new(path);
        file.Guard(() =>
        {
            using FileStream stream = new(file.TemporaryPath, FileMode.Open, FileAccess.ReadWrite, FileShare.Read, 1 << 16);
            write(stream);
        });
        file.Commit();
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        Guard(() => File.Move(TemporaryPath, _target, overwrite: true));
        _done = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_done)
            File.Delete(TemporaryPath);
        _done = true;
    }

    // Errors name the file that the user asked for, not the one beside it.
    private void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.Exception(Path, e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnauthorizedAccessException($"{Path} cannot be written: access to its folder is denied.", e);
        }
        catch (IOException e) when (e.Message.Contains(TemporaryPath, StringComparison.Ordinal))
        {
            throw new IOException($"{Path} cannot be written: {e.Message.Replace(TemporaryPath, Path, StringComparison.Ordinal)}", e);
        }
    }

    /// <summary>The file that is replaced: links are followed.</summary>
    /// <exception cref="IOException">Its folder does not exist, or it is a folder or a device.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    internal static string Target(string path)
    {
        string target = new FileInfo(path).LinkTarget is null
            ? System.IO.Path.GetFullPath(path)
            : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        if (Directory.Exists(target))
            throw new IOException($"{path} cannot be written: it is a folder.");
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException(
                $"{path} cannot be written: there is no folder '{System.IO.Path.GetDirectoryName(target)}'.");
        if (target.StartsWith("/dev/", StringComparison.Ordinal) && !target.StartsWith("/dev/shm/", StringComparison.Ordinal))
            throw new IOException($"{path} cannot be written: it is a device, not a file.");
        return File.Exists(target) && new FileInfo(target).IsReadOnly && !Environment.IsPrivilegedProcess
            ? throw new UnauthorizedAccessException($"{path} cannot be written: the file is read-only.")
            : target;
    }
}
