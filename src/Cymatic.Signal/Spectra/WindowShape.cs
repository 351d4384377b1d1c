namespace Cymatic.Signal;

/// <summary>The window of a frame or a filter.</summary>
public enum WindowShape
{
    /// <summary>½ − ½ cos.</summary>
    Hann,

    /// <summary>0.54 − 0.46 cos.</summary>
    Hamming,

    /// <summary>0.42 − 0.5 cos + 0.08 cos of the double.</summary>
    Blackman,

    /// <summary>One everywhere.</summary>
    Rectangular,
}
