namespace Cymatic.Signal;

/// <summary>When the frames of an analysis are: frame t lies at FirstSeconds + t · HopLength / SampleRate.</summary>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="HopLength">Samples from a frame to the next.</param>
/// <param name="FirstSeconds">Middle of the first frame.</param>
public readonly record struct FrameGrid(int SampleRate, int HopLength, double FirstSeconds = 0)
{
    /// <summary>Frames in a second.</summary>
    public double FramesPerSecond => (double)SampleRate / HopLength;

    /// <summary>Middle of a frame, in seconds.</summary>
    public double TimeOf(double frame) => FirstSeconds + (frame * HopLength / SampleRate);

    /// <summary>The frame at a time, in fractions of frames.</summary>
    public double FrameAt(double seconds) => (seconds - FirstSeconds) * SampleRate / HopLength;
}
