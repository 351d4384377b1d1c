namespace Cymatic.Signal;

/// <summary>When a frame of a curve is a peak: it is the largest around, and above the mean around.</summary>
public sealed record PeakOptions
{
    /// <summary>Frames before that must not be larger.</summary>
    public int LargestOfBefore { get; init => field = NotNegative(value); }

    /// <summary>Frames after that must not be larger.</summary>
    public int LargestOfAfter { get; init => field = NotNegative(value); }

    /// <summary>Frames before over which the mean is taken.</summary>
    public int MeanOfBefore { get; init => field = NotNegative(value); }

    /// <summary>Frames after over which the mean is taken.</summary>
    public int MeanOfAfter { get; init => field = NotNegative(value); }

    /// <summary>How far above the mean a peak lies at least.</summary>
    public double AboveMean { get; init; }

    /// <summary>Frames after a peak in which there is no other.</summary>
    public int Rest { get; init => field = NotNegative(value); }

    private static int NotNegative(int frames)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        return frames;
    }
}
