namespace Cymatic.Media;

/// <summary>How a lossless file keeps a sample.</summary>
public enum SampleFormat
{
    /// <summary>16-bit integers: full scale ±1 is ±32768, rounded to nearest, what lies beyond is clipped.</summary>
    Pcm16,

    /// <summary>24-bit integers, likewise.</summary>
    Pcm24,

    /// <summary>32-bit floating point: the samples as they are.</summary>
    FloatingPoint,
}
