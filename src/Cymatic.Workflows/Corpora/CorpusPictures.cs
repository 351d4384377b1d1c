using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>What is seen during the units of a corpus: decoded where it is wanted, kept in an index that was told to.</summary>
internal static class CorpusPictures
{
    private const string Folder = "pictures";

    /// <summary>The thumbnails of all sources: those that an index keeps, the others decoded.</summary>
    /// <param name="corpus">The corpus.</param>
    /// <param name="index">The folder of its index; null where it has none.</param>
    /// <param name="progress">The step and how far it is.</param>
    /// <param name="cancel">Ends the work and its child processes.</param>
    public static UnitPictures Open(Corpus corpus, string? index, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        string?[] kept = index is null ? new string?[corpus.Sources.Count] : Kept(index);
        string folder = TemporaryFiles.CreateFolder("pictures");
        try
        {
            string?[] paths = [.. kept.Select((path, s) => File.Exists(path) ? path : Path.Combine(folder, $"{s}.npy"))];
            return UnitPictures.Open(corpus, Write(corpus, paths, progress, cancel));
        }
        finally
        {
            Directory.Delete(folder, recursive: true); // What is open stays until it is closed.
        }
    }

    /// <summary>Keeps the thumbnails of all sources in an index; those that are there are not decoded again.</summary>
    public static void Keep(string index, Corpus corpus, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(index, Folder));
        Write(corpus, Kept(index), progress, cancel);
    }

    private static string?[] Kept(string index) =>
        [.. CorpusIndex.FilesOf(index).Select(file => Path.Combine(index, Folder, $"{file.Sha256[..16].ToLowerInvariant()}.npy"))];

    /// <summary>Writes what is missing; the paths, null for sources without pictures.</summary>
    private static string?[] Write(Corpus corpus, string?[] paths, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        StepProgress step = StepProgress.Begin(progress, "looking at the pictures");
        UnitOptions units = corpus.Options.Units;
        FrameRate rate = units.Kind == UnitKind.Frames ? new(units.Rate.Num, units.Rate.Den) : new(25);
        for (int s = 0; s < paths.Length; s++)
        {
            CorpusSource source = corpus.Sources[s];
            if (!source.File.HasVideo)
            {
                paths[s] = null;
            }
            else if (!File.Exists(paths[s]))
            {
                MediaInfo info = MediaInfo.Read(source.File.Path, cancel);
                IEnumerable<byte[]> seen = ThumbnailReader.Read(info, UnitPictures.Columns, UnitPictures.Rows, rate, cancel);
                UnitPictures.Write(paths[s]!, source, seen, new(rate.Num, rate.Den));
            }

            step.Report((s + 1.0) / paths.Length);
        }

        return paths;
    }
}
