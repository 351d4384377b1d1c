using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>Corpora of audio and video files, and targets.</summary>
public static class Corpora
{
    /// <summary>Reads files and cuts them into the units of a corpus. Time 0 of each is that of its pictures.</summary>
    /// <param name="request">Which files, and how they are cut.</param>
    /// <param name="progress">The steps and how far each is.</param>
    /// <param name="cancel">Ends the work and its child processes.</param>
    /// <exception cref="RequestException">There is no file.</exception>
    /// <exception cref="FileNotFoundException">A file does not exist.</exception>
    /// <exception cref="UnreadableMediaException">A file is no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Corpus Build(CorpusRequest request, IProgress<WorkflowProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Files.Count == 0)
            throw new RequestException("A corpus needs at least one file.");
        RequestChecks.Readable(request.Files);
        List<CorpusSound> sounds = [];
        FrameRate? rate = request.Rate;
        foreach (string file in request.Files)
        {
            StepProgress step = StepProgress.Begin(progress, $"reading {Path.GetFileName(file)}");
            AudioFileClip clip = AudioFileClip.Open(file);
            rate ??= clip.Info.Video is { } video ? video.AverageRate ?? video.BaseRate : null;
            double sound = (double)clip.Length / clip.SampleRate;
            sounds.Add(new(file, SoundOf(clip, step, cancel)) { HasVideo = clip.Info.Video is not null, Duration = sound });
        }

        CorpusOptions options = request.Options;
        FrameRate units = rate ?? new(25);
        options = options with { Units = options.Units with { Rate = new(units.Num, units.Den) } };
        return Corpus.Of(sounds, options, StepProgress.Begin(progress, "hearing the corpus"), cancel);
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
        return TargetSound.Of(SoundOf(AudioFileClip.Open(file), step, cancel), cancel);
    }

    private static Sound SoundOf(AudioFileClip clip, StepProgress step, CancellationToken cancel)
    {
        const int Block = 1 << 16;
        var mono = new float[checked((int)clip.Length)];
        var block = new float[Block * clip.Channels];
        for (int at = 0; at < mono.Length; at += Block)
        {
            cancel.ThrowIfCancellationRequested();
            Span<float> part = mono.AsSpan(at, Math.Min(Block, mono.Length - at));
            clip.Render(at, block.AsSpan(0, part.Length * clip.Channels));
            for (int i = 0; i < part.Length; i++)
            {
                float sum = 0;
                for (int c = 0; c < clip.Channels; c++)
                    sum += block[(i * clip.Channels) + c];
                part[i] = sum / clip.Channels;
            }

            step.Report((double)at / mono.Length);
        }

        return new(mono, clip.SampleRate);
    }
}
