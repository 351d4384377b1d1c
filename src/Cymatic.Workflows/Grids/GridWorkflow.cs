using System.Numerics.Tensors;
using Cymatic.Grid;
using Cymatic.Media;
using Cymatic.Music;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>The job "a row for every unique sound of a song": reads, analyses, draws, writes.</summary>
public static class GridWorkflow
{
    // What is rebuilt is compared with the song: a lossy file would be compared with its encoder.
    private static readonly string[] RebuiltExtensions = [".wav", ".flac"];

    private const float HighestPeak = 1e6f;

    /// <summary>The extensions of the files that can be written.</summary>
    public static IReadOnlyCollection<string> Extensions => GridOutput.Extensions;

    /// <summary>
    /// Does the job. Every file appears when it is whole; when the job ends early, files that are not whole do not appear.
    /// </summary>
    /// <param name="request">What to make of which song.</param>
    /// <param name="progress">The steps and how far each is.</param>
    /// <param name="cancel">Ends the job and its child processes.</param>
    /// <exception cref="RequestException">No file could fulfil the request; nothing was done.</exception>
    /// <exception cref="UnsuitableInputException">The MIDI file has no notes.</exception>
    /// <exception cref="UnreadableMediaException">The song is no media file, or holds no sound.</exception>
    /// <exception cref="MalformedFileException">The song or the MIDI file is damaged.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="IOException">A file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be written to.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static GridResult Run(GridRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        List<string> remarks = [];
        GridOptions options = OptionsOf(request, remarks);
        AudioReading reading = AudioFile.ReadWithRemarks(
            request.Song, null, StepProgress.Begin(progress, $"reading {Path.GetFileName(request.Song)}"), cancel);
        remarks.AddRange(reading.Remarks);
        CheckLevel(request.Song, reading.Sound);
        SoundGrid grid = GridAnalysis.Analyse(reading.Sound, options, StepProgress.Begin(progress, "finding its unique sounds"), cancel);
        remarks.AddRange(grid.Remarks);
        var song = new GridSong(request, reading.Sound, grid with { Remarks = remarks });
        return song.Write(progress, cancel);
    }

    // Their squares would not fit into the numbers that are reckoned with.
    private static void CheckLevel(string path, Sound song)
    {
        float peak = Enumerable.Range(0, song.Length == 0 ? 0 : song.Channels)
            .Max(c => (float?)Math.Abs(TensorPrimitives.MaxMagnitude(song[c]))) ?? 0;
        if (peak > HighestPeak)
            throw new UnsuitableInputException(FormattableString.Invariant(
                $"'{path}' has samples of {peak:0.###E+0} times full scale; above {HighestPeak:0.###E+0} they are no sound."));
    }

    private static void Check(GridRequest request)
    {
        if (request.Song.Length == 0)
            throw new RequestException("The song has no name.");
        string[] rebuilt = OneOrNone(request.Rebuild), steps = OneOrNone(request.Steps);
        RequestChecks.KnownExtensions(request.Outputs, Extensions);
        RequestChecks.KnownExtensions(rebuilt, RebuiltExtensions);
        RequestChecks.KnownExtensions(steps, GridOutput.Pictures);
        if (request.Steps is not null && request.Options.Method != GridMethod.Nmf)
            throw new RequestException("Only the method nmf has steps that can be drawn.");
        if (request.Slow != 1 && !request.Outputs.Any(GridOutput.IsMovie))
            throw new RequestException("A song is slowed in movies, but no movie is asked for.");
        if (File.Exists(request.SoundsFolder))
            throw new RequestException($"'{request.SoundsFolder}' is a file; the sounds need a folder.");
        RequestChecks.Distinct([request.Song, request.OnsetsFile], [.. request.Outputs, .. rebuilt, .. steps]);
        RequestChecks.Readable([request.Song, request.OnsetsFile]);
        RequestChecks.Writable([.. request.Outputs, .. rebuilt, .. steps]);
    }

    private static string[] OneOrNone(string? path) => path is null ? [] : [path];

    private static GridOptions OptionsOf(GridRequest request, List<string> remarks)
    {
        if (request.OnsetsFile is not { } path)
            return request.Options;
        MidiFile file = MidiFile.Read(path, new MidiReadOptions { Lenient = request.Lenient });
        remarks.AddRange(file.Repairs);
        Score score = file.ToScore();
        // Chords are as many sounds as notes; a note that stands twice in its track is one.
        double[] onsets = [.. score.Tracks.SelectMany(track => track.Notes.DistinctBy(note => (note.Start, note.Pitch, note.Channel)))
            .Select(note => score.Tempo.ToSeconds(note.Start)).Order()];
        if (onsets.Length == 0)
            throw new UnsuitableInputException($"'{path}' holds no notes, so it gives no onsets.");
        remarks.Add($"The {onsets.Length} onsets are those of {Path.GetFileName(path)}.");
        return request.Options with { Onsets = onsets };
    }
}
