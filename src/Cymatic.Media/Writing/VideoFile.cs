namespace Cymatic.Media;

/// <summary>Writes movies, animations, sequences of pictures, and sounds alone.</summary>
public static class VideoFile
{
    /// <summary>Extensions of the movies and animations that can be written.</summary>
    public static IReadOnlyList<string> Extensions => MovieContainer.Extensions;

    /// <summary>Writes a clip; the kind of file follows the extension.</summary>
    /// <remarks>
    /// <para>
    /// .mp4 and .m4v hold H.264 and AAC (or H.265 and others by <see cref="VideoWriteOptions.Codec"/>), .webm VP9 and Opus, .mov ProRes
    /// 4444 and PCM, .mkv any of them; .gif, .apng and .webp are animations without sound. A name with a number, as frames_%05d.png, or a
    /// folder that exists or ends in '/', is a sequence of PNG pictures counted from 0. The extension of a sound (.wav, .flac, .mp3, .m4a,
    /// .aac, .opus, .ogg) writes the sound alone.
    /// </para>
    /// <para>
    /// Frame n is the clip at n·Den/Num seconds; there are as many frames as begin before the clip's end, and the sound lasts as long as
    /// they do, cut or followed by silence. Pictures are converted to yuv420p by BT.709 with left-sited chroma, and tagged so; an odd side
    /// is padded by repeating its last row or column. Transparency is kept by VP9, ProRes, APNG, WebP, GIF and PNG, and becomes black in
    /// H.264 and H.265. The file appears when it is whole.
    /// </para>
    /// </remarks>
    /// <param name="path">The destination; an older file is replaced.</param>
    /// <param name="clip">Has pictures, or for a sound file sound, and an end.</param>
    /// <param name="options">Frame rate, quality and speed.</param>
    /// <param name="progress">The part that is done, from 0 to 1; <see cref="RemainingTime"/> makes a time of it.</param>
    /// <param name="cancel">Ends the writing and the child process; nothing is left.</param>
    /// <returns>What was written, and what is not as it was asked for.</returns>
    /// <exception cref="ArgumentException">The extension is none of these, the clip has no pictures or no end, the options contradict each
    /// other or the kind of file, or a GIF is to have over 50 frames a second.</exception>
    /// <exception cref="IOException">The disk is full (the message says so), or another error of the file system.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the older file may not be written to.</exception>
    /// <exception cref="FfmpegException">ffmpeg is missing, has not got an encoder, or failed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static WrittenMovie Write(
        string path, Clip clip, VideoWriteOptions? options = null, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(clip);
        options ??= new VideoWriteOptions();
        Job job = new(progress is null ? null : new RisingProgress(progress), cancel);
        using IDisposable session = DecoderPool.Session();
        if (PngSequence.IsSequence(path))
            return PngSequence.Write(path, clip, options, job);
        if (AudioContainer.Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
            return SoundAlone.Write(path, clip, options, job);
        return WriteMovie(path, MoviePlan.Make(clip, MovieContainer.For(path), options), job);
    }

    private static WrittenMovie WriteMovie(string path, Movie movie, Job job)
    {
        using AtomicFile file = new(path);
        List<string> remarks = [];
        if (movie.Options.Hardware)
            movie = movie with { Encoder = HardwareEncoder.For(movie, remarks, job.Cancel) };
        if (movie.Container.Muxer == "gif")
            GifEncoder.Write(file, movie, job);
        else
            MovieEncoder.Write(file, movie, job);
        file.Commit();
        return new WrittenMovie(movie.Times.Count, movie.Times.Rate, movie.Encoder.Name, remarks);
    }
}
