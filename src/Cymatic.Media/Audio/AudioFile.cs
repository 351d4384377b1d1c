using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>Reads the sound of any audio or video file, and writes sound files.</summary>
public static class AudioFile
{
    /// <summary>Reads the first sound stream of a file: at its own rate, all its channels.</summary>
    /// <inheritdoc cref="ReadWithRemarks" path="/param"/>
    /// <inheritdoc cref="ReadWithRemarks" path="/exception"/>
    /// <returns>The sound; what <see cref="ReadWithRemarks"/> would remark is lost.</returns>
    public static Sound Read(
        string path, AudioReadOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default) =>
        ReadWithRemarks(path, options, progress, cancel).Sound;

    /// <summary>Reads the first sound stream of a file, and says what was repaired or is missing.</summary>
    /// <remarks>
    /// PCM and float WAV files are read at once, everything else by ffmpeg. A file that ends too early gives the sound that is there, and a
    /// remark; samples that are NaN or infinite become 0, and a remark says how many.
    /// </remarks>
    /// <param name="path">An audio or video file.</param>
    /// <param name="options">What to make of it; by default nothing.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the reading and the child process.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="UnreadableMediaException">The file is empty, is no media file, or holds no sound.</exception>
    /// <exception cref="MalformedFileException">The header of a WAV file is damaged.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static AudioReading ReadWithRemarks(
        string path, AudioReadOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        options ??= new AudioReadOptions();
        MediaFile.Check(path);
        Job job = new(progress, cancel);
        bool resample = options.SampleRate is not null;
        Job first = resample ? job.Part(0, 0.5) : job;
        AudioReading reading = WavReader.TryRead(path, options.Mono, first) ?? FfmpegDecoder.Read(path, options.Mono, first);
        return resample
            ? reading with { Sound = Resampler.Resample(reading.Sound, options.SampleRate!.Value, job.Part(0.5, 1).Progress, cancel) }
            : reading;
    }

    /// <summary>Writes a sound file; its kind follows the extension: .wav, .flac, .mp3, .m4a, .aac, .opus, .ogg (Vorbis).</summary>
    /// <remarks>
    /// The file appears when it is whole. WAV is written at once, the others by ffmpeg; rate and channels change only where a format has
    /// not got them.
    /// </remarks>
    /// <param name="path">The destination; an older file is replaced.</param>
    /// <param name="sound">The samples.</param>
    /// <param name="options">Format and bit rate.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the writing and the child process; nothing is left.</param>
    /// <exception cref="ArgumentException">The extension is none of these.</exception>
    /// <exception cref="IOException">The disk is full (the message says so), or another error of the file system.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the older file may not be written to.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        string path, Sound sound, AudioWriteOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(sound);
        Write(path, AudioClip.From(sound), options, progress, cancel);
    }

    /// <summary>Writes a clip of any length as a sound file, in blocks: memory does not grow with the length.</summary>
    /// <inheritdoc cref="Write(string, Sound, AudioWriteOptions, IProgress{double}, CancellationToken)"/>
    /// <param name="path">The destination; an older file is replaced.</param>
    /// <param name="clip">Has an end.</param>
    /// <param name="options">Format and bit rate.</param>
    /// <param name="progress">The part that is done, from 0 to 1.</param>
    /// <param name="cancel">Ends the writing and the child process; nothing is left.</param>
    public static void Write(
        string path, AudioClip clip, AudioWriteOptions? options = null, IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clip);
        if (clip.Length == long.MaxValue)
            throw new ArgumentException("A sound without end cannot be written.", nameof(clip));
        options ??= new AudioWriteOptions();
        Job job = new(progress, cancel);
        if (Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase))
        {
            AtomicFile.Write(path, stream => WavWriter.Write(stream, clip, options.Format, job));
            return;
        }

        AudioContainer.For(path);
        using AtomicFile file = new(path);
        FfmpegAudioEncoder.Write(file, clip, options, job);
        file.Commit();
    }

    /// <summary>Writes a WAV file to a stream.</summary>
    /// <param name="stream">Need not be able to seek.</param>
    /// <param name="sound">The samples.</param>
    /// <param name="format">How a sample is kept.</param>
    public static void WriteWav(Stream stream, Sound sound, SampleFormat format = SampleFormat.Pcm16)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(sound);
        WavWriter.Write(stream, AudioClip.From(sound), format, default);
    }
}
