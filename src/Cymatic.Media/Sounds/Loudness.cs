namespace Cymatic.Media;

/// <summary>How loud a sound is to a listener.</summary>
public static class Loudness
{
    /// <summary>
    /// The integrated loudness of a whole sound in LUFS; −∞ where all of it is below −70 LUFS, or it is shorter than 0.4 s.
    /// </summary>
    /// <remarks>
    /// EBU R 128 by ITU-R BS.1770-4: K-weighting, mean squares of 400 ms every 100 ms, those above −70 LUFS and of these those above the
    /// mean of them less 10 LU. Of six channels the fourth is left out, and the fifth and sixth count 1.41 times; others count alike.
    /// Rates other than 48 kHz take the same filters by the bilinear transform (B. De Man, AES 145, 2018). Agrees with ffmpeg's ebur128.
    /// </remarks>
    /// <param name="clip">A sound with an end; all of it is read once, block by block.</param>
    /// <exception cref="ArgumentException">The sound never ends.</exception>
    public static double Integrated(AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        Require.End(clip.Duration, nameof(Loudness));
        var meter = new LoudnessMeter(clip.SampleRate, clip.Channels);
        SoundBlocks.Read(clip, meter.Add);
        return meter.Integrated();
    }
}
