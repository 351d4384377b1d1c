namespace Cymatic.Media;

/// <summary>Writes the sound of a clip without its pictures.</summary>
internal static class SoundAlone
{
    /// <summary>Writes a sound file as long as the clip.</summary>
    public static WrittenMovie Write(string path, Clip clip, VideoWriteOptions options, Job job)
    {
        if (clip.Audio is not { } audio || options.WithoutSound)
            throw new ArgumentException($"{path} is a sound file, but the clip has no sound.", nameof(clip));
        AudioClip sound = double.IsFinite(clip.Duration) && clip.Video is not null
            ? new SetDuration(clip.Duration).Apply(audio, clip.Duration) : audio;
        AudioWriteOptions settings = new() { BitRateKbps = options.AudioBitRateKbps, Metadata = options.Metadata };
        AudioFile.Write(path, sound, settings, job.Progress, job.Cancel);
        string encoder = Path.GetExtension(path).Equals(".wav", StringComparison.OrdinalIgnoreCase) ? "pcm"
            : AudioContainer.For(path).Encoder;
        return new WrittenMovie(0, null, encoder, []);
    }
}
