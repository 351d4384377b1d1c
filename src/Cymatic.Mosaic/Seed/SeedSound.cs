namespace Cymatic.Mosaic;

/// <summary>A sound as the script reads it of which specgrams are known: what ffmpeg makes of it at 44.1 kHz in 16 bits.</summary>
/// <param name="Duration">What ffmpeg says of the file's length, in seconds; a hundredth is all that it prints, and that counts.</param>
/// <param name="Decode">Gives the mean of its two channels in blocks, each time that it is asked.</param>
public sealed record SeedSound(double Duration, Action<SampleSink> Decode)
{
    /// <summary>Samples a second, in Hz.</summary>
    public const int SampleRate = 44_100;
}
