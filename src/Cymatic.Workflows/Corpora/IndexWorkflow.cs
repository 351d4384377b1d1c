using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>The job "an index of many files, heard once and kept".</summary>
public static class IndexWorkflow
{
    /// <summary>Makes an index, or adds to one; what was heard before is not heard again.</summary>
    /// <param name="request">Which files, and where.</param>
    /// <param name="progress">The steps and how far each is.</param>
    /// <param name="cancel">Ends the job and its child processes; what was decoded stays, and the job can be taken up again.</param>
    /// <exception cref="RequestException">There is nothing to do.</exception>
    /// <exception cref="IndexException">The folder is no index, or one that was cut otherwise, or a file in it has changed.</exception>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="UnreadableMediaException">A file is no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IndexResult Run(IndexRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Files.Count == 0 && !CorpusIndex.IsIndex(request.Folder))
            throw new RequestException("Say which files are to be heard.");
        if (!request.Lenient)
            RequestChecks.Readable(request.Files);
        List<string> remarks = [];
        List<SourceFile> files = Ask(request, remarks, progress, cancel);
        try
        {
            return Run(request, files, remarks, progress, cancel);
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            throw DiskFull.In(Path.GetFullPath(request.Folder), "the index", e);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }
    }

    private static IndexResult Run(
        IndexRequest request, List<SourceFile> files, List<string> remarks, IProgress<WorkflowProgress>? progress,
        CancellationToken cancel)
    {
        CorpusOptions options = OptionsOf(request, files);
        if (options.Features.Features.Contains(UnitFeature.Specgram) && options.Units.Kind != UnitKind.Frames)
            throw new RequestException($"The specgram is that of frames, not of {options.Units.Kind.ToString().ToLowerInvariant()}.");
        IndexBuilder builder = IndexBuilder.Open(request.Folder, options);
        IndexFiles.Check(builder, request, files, cancel);
        int added = Decode(builder, request, files, remarks, progress, cancel);
        if (builder.Files.Count == 0)
        {
            Directory.Delete(request.Folder, recursive: true);
            throw new RequestException($"Not one file could be heard. {string.Join(' ', remarks)}");
        }

        HearSpecgrams(builder, progress, cancel);
        builder.Finish([.. files.Select(file => file.File.Path)], StepProgress.Begin(progress, "finding what tells units apart"), cancel);
        using Corpus corpus = CorpusIndex.Open(request.Folder);
        if (request.Pictures)
            CorpusPictures.Keep(request.Folder, corpus, progress, cancel);
        return new(
            request.Folder, corpus.Sources.Count, added, corpus.Count, corpus.Sources.Sum(source => source.File.Duration), remarks);
    }

    private static List<SourceFile> Ask(
        IndexRequest request, List<string> remarks, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        StepProgress step = StepProgress.Begin(progress, "looking at the files");
        var asked = new SourceFile?[request.Files.Count];
        bool decodeEarly = asked.Length == 1 && !CorpusIndex.IsIndex(request.Folder);
        Each(asked.Length, i =>
        {
            Try(request, remarks, () => asked[i] = SourceFile.Ask(request.Files[i], decodeEarly, cancel));
            step.Report((i + 1.0) / asked.Length);
        }, cancel);
        List<SourceFile> files = [];
        foreach (SourceFile file in asked.OfType<SourceFile>())
        {
            if (files.Any(other => other.File.Sha256 == file.File.Sha256))
                remarks.Add($"{Path.GetFileName(file.File.Path)} holds the same bytes as a file before it and was left out.");
            else
                files.Add(file);
        }

        return files;
    }

    private static CorpusOptions OptionsOf(IndexRequest request, List<SourceFile> files)
    {
        bool isThere = CorpusIndex.IsIndex(request.Folder);
        if (isThere && request.Rate is null && request.Options with { Features = FeatureWeights.None } == new CorpusOptions())
            return CorpusIndex.OptionsOf(request.Folder) with { Features = request.Options.Features };
        string? rate = files.Select(file => file.File.FrameRate).FirstOrDefault(text => text is not null);
        FrameRate units = request.Rate ?? (rate is null ? new FrameRate(25) : FrameRate.Parse(rate));
        return request.Options with { Units = request.Options.Units with { Rate = new(units.Num, units.Den) } };
    }

    private static int Decode(
        IndexBuilder builder, IndexRequest request, List<SourceFile> files, List<string> remarks,
        IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        SourceFile[] fresh = [.. files.Where(file => builder.Files.All(known => known.Sha256 != file.File.Sha256))];
        StepProgress step = StepProgress.Begin(progress, fresh.Length == 1 ? "hearing 1 file" : $"hearing {fresh.Length} files");
        int done = 0, added = 0;
        Each(fresh.Length, i =>
        {
            Try(request, remarks, () =>
            {
                builder.Add(fresh[i].File, take =>
                {
                    IReadOnlyList<string> wrong = fresh[i].Read(take, cancel);
                    lock (remarks)
                        remarks.AddRange(wrong);
                });
                Interlocked.Increment(ref added);
            });
            step.Report((double)Interlocked.Increment(ref done) / fresh.Length);
        }, cancel);
        return added;
    }

    /// <summary>Decodes what specgrams are wanted of once more, as their script does.</summary>
    private static void HearSpecgrams(IndexBuilder builder, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        IndexedFile[] files = [.. builder.Files.Where(builder.LacksSpecgrams)];
        if (files.Length == 0)
            return;
        StepProgress step = StepProgress.Begin(progress, "hearing specgrams");
        int done = 0;
        Each(files.Length, i =>
        {
            builder.AddSpecgrams(files[i], Corpora.ReadSeed(files[i].Path, files[i].Duration, cancel));
            step.Report((double)Interlocked.Increment(ref done) / files.Length);
        }, cancel);
    }

    private static void Try(IndexRequest request, List<string> remarks, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (request.Lenient && IsOfOneFile(e))
        {
            lock (remarks)
                remarks.Add($"Left out: {e.Message}");
        }
    }

    private static bool IsOfOneFile(Exception e) =>
        e is UnreadableMediaException or FfmpegException || (e is IOException failure && !DiskFull.Is(failure));

    // The first exception as it is, not wrapped with others.
    private static void Each(int count, Action<int> action, CancellationToken cancel)
    {
        try
        {
            var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(0, count, options, action);
        }
        catch (AggregateException e)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(e.Flatten().InnerExceptions[0]);
        }
    }
}
