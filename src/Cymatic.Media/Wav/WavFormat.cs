namespace Cymatic.Media;

/// <summary>What the header of a WAV file says.</summary>
/// <param name="IsFloat">IEEE floating point; else integers.</param>
/// <param name="Bytes">Bytes of one sample of one channel.</param>
/// <param name="Channels">At least 1.</param>
/// <param name="SampleRate">At least 1 Hz.</param>
/// <param name="DataOffset">The byte at which the samples start.</param>
/// <param name="DataLength">Bytes of samples that the header announces; null when it leaves that to the end of the file.</param>
internal sealed record WavFormat(bool IsFloat, int Bytes, int Channels, int SampleRate, long DataOffset, long? DataLength)
{
    /// <summary>Bytes of one sample of every channel.</summary>
    public int FrameBytes => Bytes * Channels;
}
