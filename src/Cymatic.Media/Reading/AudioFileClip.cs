namespace Cymatic.Media;

/// <summary>
/// The sound of a file, any sample in any order; sample 0 is time 0 of its pictures. Nothing is held open while nobody asks.
/// </summary>
/// <remarks>
/// Samples are those of a decoder that reads from the start (without a lossy encoder's lead-in), at the file's rate. The first use decodes
/// into a file without a name in the folder for temporary files: memory does not grow with the length. Gaps of the time stamps of more
/// than 0.1 s are silence, so that sound and pictures stay together. Samples that are NaN or infinite are 0.
/// </remarks>
public sealed class AudioFileClip : AudioClip
{
    // Their headers say the exact length; others (MP3, ADTS, transport streams) are decoded for it.
    private static readonly string[] ExactContainers = ["mov", "matroska", "wav", "flac", "ogg", "aiff", "w64"];

    private readonly SoundSource _source;

    private AudioFileClip(SoundSource source, MediaInfo info, long length)
        : base(source.Stream.SampleRate, source.Stream.Channels, length) => (_source, Info) = (source, info);

    /// <summary>What the file says about itself.</summary>
    public MediaInfo Info { get; }

    /// <summary>Opens the first sound stream of an audio or video file.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">It is no media file, or holds no sound.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing.</exception>
    public static AudioFileClip Open(string path)
    {
        MediaFile.Check(path);
        return Open(path, MediaProbe.Read(path, default));
    }

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        if (target.Length % Channels != 0)
            throw new ArgumentException($"{target.Length} samples are not a whole number of {Channels} channels.", nameof(target));
        _source.Read(firstSample, target);
        if (firstSample > Length - target.Length / Channels)
            target[(int)(Math.Clamp(Length - firstSample, 0, target.Length / Channels) * Channels)..].Clear();
    }

    /// <summary>Whether this is the sound of a file.</summary>
    internal bool IsOf(string path) => Path.GetFullPath(path) == Path.GetFullPath(_source.Path);

    internal static AudioFileClip Open(string path, MediaInfo info)
    {
        var source = new SoundSource(path, info);
        AudioStreamInfo stream = source.Stream;
        bool isExact = ExactContainers.Any(info.Container.Split(',').Contains) && stream.Duration is not null;
        long start = (long)Math.Round((stream.Start ?? info.Start) * stream.SampleRate) - source.Zero;
        long announced = stream.SampleCount ?? (long)Math.Round((stream.Duration ?? 0) * stream.SampleRate);
        long length = isExact ? start + announced : source.Measure();
        return new AudioFileClip(source, info, length > 0 ? length : source.Measure());
    }
}
