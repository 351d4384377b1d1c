using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>Writes the files of a mosaic; each one's kind follows its extension.</summary>
internal sealed class MosaicOutput(MosaicProduction production, MosaicDocument document, MosaicRendering request)
{
    private static readonly Dictionary<string, Action<Stream, MosaicDocument>> Documents = new()
    {
        [".json"] = PlanJson.Write,
        [".edl"] = PlanEdl.Write,
        [".otio"] = PlanOtio.Write,
        [".mlt"] = PlanMlt.Write,
        [".kdenlive"] = PlanMlt.WriteKdenlive,
        [".txt"] = PlanCredits.Write,
    };

    // Sources of 16 bits stay as they are in 24, and decoded ones lose nothing that is heard.
    private static readonly AudioWriteOptions Lossless = new() { Format = SampleFormat.Pcm24 };
    private static readonly string[] Movies = [".mp4", ".m4v", ".mov", ".mkv", ".webm", ".gif"];
    private static readonly string[] Projects = [".edl", ".otio", ".mlt", ".kdenlive"];
    private static readonly string[] Sounds = [".wav", ".flac", ".mp3", ".m4a", ".opus", ".ogg"];

    /// <summary>Every known extension, in the order in which people look for them.</summary>
    public static IReadOnlyCollection<string> Extensions { get; } = [.. Movies, .. Sounds, .. Documents.Keys, ".png"];

    /// <summary>Whether a file shows the sources' pictures, or makes an editor show them.</summary>
    public static bool IsSeen(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is var extension && (Movies.Contains(extension) || Projects.Contains(extension));

    /// <summary>By how much picture and sound are apart in the movie, in milliseconds; null before one was written.</summary>
    public (double Mean, double Largest)? SyncErrorMs { get; private set; }

    /// <summary>Writes a file.</summary>
    public void Write(string path, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        string extension = Path.GetExtension(path).ToLowerInvariant();
        if (Movies.Contains(extension))
        {
            WriteMovie(path, progress, cancel);
            return;
        }

        StepProgress writing = Writing(path, progress);
        if (Documents.TryGetValue(extension, out Action<Stream, MosaicDocument>? write))
            AtomicFile.Write(path, stream => write(stream, document));
        else if (Sounds.Contains(extension))
            AudioFile.Write(path, production.Sound(), Lossless, writing, cancel);
        else
            MosaicPicture.Write(path, document, production, new WorkflowJob(writing, cancel));
        writing.Report(1);
    }

    /// <summary>Writes a WAV file of each source's share into a folder; its files.</summary>
    public IReadOnlyList<string> WriteStems(
        string folder, StagedFiles files, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        files.MakeFolder(folder);
        List<string> written = [];
        foreach (int source in document.Runs.Select(run => run.Source).Distinct().Order())
        {
            string path = Path.Combine(folder, StemName(document.Plan.Sources[source].Path, source));
            written.Add(path);
            files.Write(path, staged => AudioFile.Write(staged, production.Stem(source), Lossless, Writing(path, progress), cancel));
        }

        return written;
    }

    /// <summary>Name of the file of a source's share.</summary>
    public static string StemName(string path, int source) => Invariant($"{source + 1:D3} {Path.GetFileNameWithoutExtension(path)}.wav");

    private void WriteMovie(string path, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        PictureSource?[] sources = production.Material.Pictures(request.Picture);
        try
        {
            var schedule = new PictureSchedule(document.Plan, document.Runs, document.Rate, request.Picture);
            var decoding = new WorkflowJob(StepProgress.Begin(progress, "decoding the pictures of the sources"), cancel);
            bool isTiled = request.Picture.Transition == PictureTransition.Tiles;
            using var pictures = MosaicPictures.Decode(schedule, sources, document.Size, isTiled, decoding);
            SyncErrorMs = (1000 * pictures.SyncError.Mean, 1000 * pictures.SyncError.Largest);
            var clip = new Clip(pictures.Clip(), production.Sound());
            VideoFile.Write(path, clip, new VideoWriteOptions { FrameRate = RateOf(path) }, Writing(path, progress), cancel);
        }
        finally
        {
            foreach (IDisposable source in sources.OfType<IDisposable>())
                source.Dispose();
        }
    }

    // GIF cannot show more than 50 frames a second.
    private FrameRate RateOf(string path) =>
        Path.GetExtension(path).Equals(".gif", StringComparison.OrdinalIgnoreCase) ? document.Rate.AtMost(25) : document.Rate;

    private static StepProgress Writing(string path, IProgress<WorkflowProgress>? progress) =>
        StepProgress.Begin(progress, $"writing {Path.GetFileName(path)}");
}
