using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>The files of a plan, opened: what each is, and the size and rate that all are brought to.</summary>
internal sealed class MosaicMaterial
{
    private const int UsualWidth = 640, UsualHeight = 360, UsualRate = 30;

    private readonly MosaicPlan _plan;
    private readonly MediaInfo?[] _infos;

    /// <param name="plan">The plan.</param>
    /// <param name="runs">Its runs; only sources that they need are opened.</param>
    /// <param name="picture">The wishes for size and rate.</param>
    /// <param name="cancel">Ends it.</param>
    public MosaicMaterial(MosaicPlan plan, IReadOnlyList<PlanRun> runs, MosaicPictureOptions picture, CancellationToken cancel)
    {
        _plan = plan;
        double[] used = new double[plan.Sources.Count];
        foreach (PlanRun run in runs)
            used[run.Source] += run.Duration;
        _infos = [.. plan.Sources.Select((source, i) => used[i] > 0 ? MediaInfo.Read(source.Path, cancel) : null)];
        Sounds = [.. plan.Sources.Select((source, i) => used[i] > 0 ? AudioClip.FromFile(source.Path) : null)];
        SampleRate = Sounds.Max(sound => sound?.SampleRate) ?? 48000;
        VideoStreamInfo? main = Enumerable.Range(0, used.Length).Where(i => HasVideo(i)).OrderByDescending(i => used[i])
            .Select(i => _infos[i]!.Video).FirstOrDefault();
        Size = picture.Size ?? (main is null ? (UsualWidth, UsualHeight) : (main.Width + 1 & ~1, main.Height + 1 & ~1));
        Rate = picture.Rate ?? main?.AverageRate ?? new FrameRate(UsualRate);
    }

    /// <summary>The sound of each source; null for one that is not heard.</summary>
    public IReadOnlyList<AudioClip?> Sounds { get; }

    /// <summary>The highest of the sources' rates, in Hz.</summary>
    public int SampleRate { get; }

    /// <summary>Columns and rows of the movie.</summary>
    public (int Width, int Height) Size { get; }

    /// <summary>Frames a second of the movie.</summary>
    public FrameRate Rate { get; }

    /// <summary>Opens the pictures of each source; null for one that is not seen. Dispose those that can be.</summary>
    public PictureSource?[] Pictures(MosaicPictureOptions options)
    {
        var pictures = new PictureSource?[_infos.Length];
        for (int i = 0; i < pictures.Length; i++)
        {
            if (Sounds[i] is not { } sound)
                continue;
            string path = _plan.Sources[i].Path, name = Path.GetFileNameWithoutExtension(path);
            Caption? caption = options.Captions ? new Caption(name, Size.Width, Size.Height) : null;
            pictures[i] = HasVideo(i)
                ? new MoviePictures(VideoFileClip.Open(path), options.Fit, caption)
                : new SoundCard(name, sound, Size, Rate);
        }

        return pictures;
    }

    private bool HasVideo(int source) => _infos[source]?.Video is not null;
}
