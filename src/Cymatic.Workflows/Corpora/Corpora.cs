using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Corpora of audio and video files or of an index, and targets.</summary>
public static class Corpora
{
    /// <summary>Opens an index whose files are where they were and what they were.</summary>
    /// <exception cref="IndexException">It is not finished, of a newer version, or a file has changed or moved.</exception>
    public static Corpus Open(string folder, CancellationToken cancel = default)
    {
        IndexFiles.Check(folder, CorpusIndex.FilesOf(folder), cancel);
        return CorpusIndex.Open(folder);
    }

    /// <summary>
    /// Hears files and cuts them into the units of a corpus; one folder that is an index is opened instead. Time 0 of each file is that of
    /// its pictures.
    /// </summary>
    /// <param name="request">Which files, and how they are cut.</param>
    /// <param name="progress">The steps and how far each is.</param>
    /// <param name="cancel">Ends the work and its child processes.</param>
    /// <exception cref="RequestException">There is no file, or an index among files.</exception>
    /// <exception cref="IndexException">The index is not finished, of a newer version, or a file has changed or moved.</exception>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="UnreadableMediaException">A file is no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Corpus Build(CorpusRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return BuildWithRemarks(request, progress, cancel).Corpus;
    }

    /// <summary>As <see cref="Build"/>, and sentences about what was left out.</summary>
    internal static (Corpus Corpus, IReadOnlyList<string> Remarks) BuildWithRemarks(
        CorpusRequest request, IProgress<WorkflowProgress>? progress, CancellationToken cancel)
    {
        Check(request);
        if (CorpusIndex.IsIndex(request.Files[0]))
            return (Open(request.Files[0], cancel), []);
        string folder = TemporaryFiles.CreateFolder("corpus");
        try
        {
            IndexRequest index = new()
            {
                Files = request.Files,
                Folder = folder,
                Options = request.Options,
                Rate = request.Rate,
                Lenient = request.Lenient,
            };
            IReadOnlyList<string> remarks = IndexWorkflow.Run(index, progress, cancel).Remarks;
            return (CorpusIndex.Open(folder), remarks);
        }
        finally
        {
            Directory.Delete(folder, recursive: true); // What is open stays until it is closed.
        }
    }

    /// <summary>Refuses files that cannot be a corpus before anything is read.</summary>
    /// <exception cref="RequestException">There is no file, or an index among files.</exception>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    internal static void Check(CorpusRequest request)
    {
        if (request.Files.Count == 0)
            throw new RequestException("A corpus needs at least one file.");
        if (request.Files.FirstOrDefault(CorpusIndex.IsIndex) is not { } index)
        {
            if (!request.Lenient)
                RequestChecks.Readable(request.Files);
        }
        else if (request.Files.Count > 1)
        {
            throw new RequestException($"'{index}' is an index: it is a corpus of its own. Add files to it by 'cymatic index'.");
        }
        else if (request.Options != new CorpusOptions() || request.Rate is not null)
        {
            throw new RequestException($"'{index}' is cut into units already; make another index to cut its files otherwise.");
        }
    }

    /// <summary>Reads the sound that is to be re-created. Time 0 is that of its pictures, where it has some.</summary>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="UnreadableMediaException">It is no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static TargetSound ReadTarget(
        string file, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        RequestChecks.Readable([file]);
        StepProgress step = StepProgress.Begin(progress, $"reading {Path.GetFileName(file)}");
        SoundTrack track = SoundTrack.Read(file, cancel);
        return TargetSound.Of(take => MonoReader.Read(track, TargetSound.SampleRate, samples => take(samples), step, cancel));
    }

    /// <summary>The sound of a file for specgrams.</summary>
    /// <param name="file">The file.</param>
    /// <param name="duration">Its length in seconds, where its header does not say it.</param>
    /// <param name="cancel">Ends the work and its child processes.</param>
    internal static SeedSound ReadSeed(string file, double duration, CancellationToken cancel)
    {
        MediaInfo info = MediaInfo.Read(file, cancel);
        return new(
            info.Duration ?? duration, take => SixteenBitReader.Read(info, SeedSound.SampleRate, samples => take(samples), cancel));
    }
}
