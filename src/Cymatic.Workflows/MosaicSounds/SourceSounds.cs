using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>What a plan needs of its sources' sound, read once, in the sources' order, and kept on a reel.</summary>
internal sealed class SourceSounds : ISourceSamples, IDisposable
{
    private const int BlockFrames = 1 << 15;

    private readonly SoundReel _reel = new();
    private readonly List<Piece>[] _pieces;

    private SourceSounds(int sources, int sampleRate, int channels)
    {
        (SampleRate, Channels) = (sampleRate, channels);
        _pieces = [.. Enumerable.Range(0, sources).Select(_ => new List<Piece>())];
    }

    /// <inheritdoc/>
    public int SampleRate { get; }

    /// <inheritdoc/>
    public int Channels { get; }

    /// <summary>Reads the stretches of each source.</summary>
    /// <param name="clips">The sound of each source of the plan; null for one that is not heard.</param>
    /// <param name="stretches">Sorted by source and time.</param>
    /// <param name="sampleRate">The rate to which all are brought, in Hz.</param>
    /// <param name="job">Progress and cancellation.</param>
    public static SourceSounds Read(
        IReadOnlyList<AudioClip?> clips, IReadOnlyList<SourceStretch> stretches, int sampleRate, WorkflowJob job)
    {
        int channels = clips.Any(clip => clip is { Channels: > 1 }) ? 2 : 1;
        var sounds = new SourceSounds(clips.Count, sampleRate, channels);
        AudioClip?[] alike = [.. clips.Select(clip => clip is null ? null : Alike(clip, sampleRate, channels))];
        try
        {
            for (int i = 0; i < stretches.Count; i++)
            {
                sounds.Add(alike[stretches[i].Source]!, stretches[i], job.Cancel);
                job.Report((i + 1.0) / stretches.Count);
            }

            return sounds;
        }
        catch
        {
            sounds.Dispose();
            throw;
        }
    }

    /// <summary>A sound at a rate, with one channel or two.</summary>
    public static AudioClip Alike(AudioClip clip, int sampleRate, int channels) =>
        (channels == 1 ? clip.With(new ToMono()) : clip.With(new ToStereo())).With(new Resample(sampleRate));

    /// <inheritdoc/>
    public void Read(int source, long firstSample, Span<float> target)
    {
        target.Clear();
        List<Piece> pieces = _pieces[source];
        long end = firstSample + target.Length / Channels;
        for (int i = FirstThatEndsAfter(pieces, firstSample); i < pieces.Count && pieces[i].First < end; i++)
        {
            long from = Math.Max(firstSample, pieces[i].First), to = Math.Min(end, pieces[i].End);
            Span<float> part = target.Slice((int)(from - firstSample) * Channels, (int)(to - from) * Channels);
            _reel.Read(pieces[i].At + (from - pieces[i].First) * Channels, part);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reel.Dispose();

    private void Add(AudioClip clip, SourceStretch stretch, CancellationToken cancel)
    {
        long first = Math.Clamp((long)Math.Floor(stretch.Start * SampleRate), 0, clip.Length);
        long end = Math.Clamp((long)Math.Ceiling(stretch.End * SampleRate), first, clip.Length);
        _pieces[stretch.Source].Add(new Piece(first, end, _reel.Count));
        var block = new float[BlockFrames * Channels];
        for (long at = first; at < end; at += BlockFrames)
        {
            cancel.ThrowIfCancellationRequested();
            Span<float> part = block.AsSpan(0, (int)Math.Min(BlockFrames, end - at) * Channels);
            clip.Render(at, part);
            _reel.Add(part);
        }
    }

    private static int FirstThatEndsAfter(List<Piece> pieces, long sample)
    {
        int low = 0, high = pieces.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = pieces[middle].End > sample ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private readonly record struct Piece(long First, long End, long At);
}
