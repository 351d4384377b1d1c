using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>Whether the files of an index are where they were and what they were.</summary>
internal static class IndexFiles
{
    /// <summary>Refuses an index of which a file has changed or moved.</summary>
    /// <exception cref="IndexException">One has; the message says which, and what to do.</exception>
    public static void Check(string folder, IEnumerable<IndexedFile> files, CancellationToken cancel)
    {
        foreach (IndexedFile file in files)
        {
            if (!File.Exists(file.Path))
            {
                throw new IndexException(
                    $"{folder} was made of {file.Path}, which is no longer there. Has it moved? cymatic index -o {folder} --relocate DIR");
            }

            if (!SourceFile.IsUnchanged(file, file.Path, cancel))
                throw new IndexException($"{file.Path} has changed since it was heard for {folder}: delete {folder} and make it again.");
        }
    }

    /// <summary>Finds files that have moved in the folder that was named, then refuses what is still missing or has changed.</summary>
    public static void Check(IndexBuilder builder, IndexRequest request, IReadOnlyList<SourceFile> given, CancellationToken cancel)
    {
        foreach (IndexedFile file in builder.Files.Where(file => !File.Exists(file.Path)))
        {
            IndexedFile bytes = file with { Written = default }; // Times say nothing of another file.
            string? moved = Candidates(file, request, given).FirstOrDefault(path => SourceFile.IsUnchanged(bytes, path, cancel));
            if (moved is not null)
                builder.Relocate(file.Path, file with { Path = moved, Written = File.GetLastWriteTimeUtc(moved) });
        }

        Check(request.Folder, builder.Files, cancel);
    }

    private static IEnumerable<string> Candidates(IndexedFile file, IndexRequest request, IReadOnlyList<SourceFile> given)
    {
        IEnumerable<string> named = given.Where(other => other.File.Sha256 == file.Sha256).Select(other => other.File.Path);
        return request.Relocate is not { } folder
            ? named
            : named.Append(Path.GetFullPath(Path.Combine(folder, Path.GetFileName(file.Path)))).Where(File.Exists);
    }
}
