using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>What can be said of a request before anything is read.</summary>
internal static class RequestChecks
{
    /// <summary>Every output has one of the extensions.</summary>
    /// <exception cref="RequestException">One has not; the message lists those that are known.</exception>
    public static void KnownExtensions(IEnumerable<string> outputs, IReadOnlyCollection<string> extensions)
    {
        foreach (string output in outputs)
        {
            string extension = Path.GetExtension(output).ToLowerInvariant();
            if (extensions.Contains(extension))
                continue;
            string reason = extension.Length == 0 ? "it has no extension" : $"'{extension}' is not a known kind";
            throw new RequestException($"'{output}' cannot be written: {reason}. Known are {string.Join(' ', extensions)}.");
        }
    }

    /// <summary>No output is an input, and none comes twice; links are followed.</summary>
    /// <exception cref="RequestException">One is or does.</exception>
    public static void Distinct(IEnumerable<string?> inputs, IEnumerable<string?> outputs)
    {
        HashSet<string> read = [.. inputs.OfType<string>().Select(RealPath)];
        var written = new HashSet<string>();
        foreach (string output in outputs.OfType<string>())
        {
            string path = RealPath(output);
            if (read.Contains(path))
                throw new RequestException($"'{output}' is an input too; it would be overwritten.");
            if (!written.Add(path))
                throw new RequestException($"'{output}' would be written twice.");
        }
    }

    /// <summary>Every input exists.</summary>
    /// <exception cref="FileNotFoundException">One does not.</exception>
    public static void Readable(IEnumerable<string?> inputs)
    {
        foreach (string input in inputs.OfType<string>())
        {
            if (Directory.Exists(input))
                throw new FileNotFoundException($"{input} is a folder, not a file.", input);
            if (!File.Exists(input))
                throw new FileNotFoundException($"{input} does not exist.", input);
        }
    }

    /// <summary>Every output's folder exists and can be written to, so that nobody waits for a file that cannot be.</summary>
    /// <exception cref="IOException">One does not exist.</exception>
    /// <exception cref="UnauthorizedAccessException">One may not be written to.</exception>
    public static void Writable(IEnumerable<string> outputs)
    {
        foreach (string output in outputs)
            new AtomicFile(output).Dispose();
    }

    // The path without links: each folder's is followed, and the file's own.
    private static string RealPath(string path)
    {
        string full = Path.GetFullPath(path), real = Path.GetPathRoot(full)!;
        foreach (string part in full[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            real = Path.Combine(real, part);
            FileSystemInfo entry = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (entry.LinkTarget is not null && entry.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                real = RealPath(target.FullName);
        }

        return real;
    }
}
