namespace Cymatic.Signal;

/// <summary>How a filter of finite length treats time.</summary>
public enum FirPhase
{
    /// <summary>No delay: each sample is filtered with those before and after it.</summary>
    Zero,

    /// <summary>No delay, filtered forwards and backwards: twice the attenuation in dB.</summary>
    ZeroDouble,

    /// <summary>Causal, with the least delay that its magnitudes allow.</summary>
    Minimum,
}

/// <summary>How a filter is designed. The defaults are MNE's.</summary>
public sealed record FirOptions
{
    /// <summary>Width of the lower transition in Hz; null: a quarter of the edge, at least 2 Hz, at most the edge.</summary>
    public double? LowTransitionHz { get; init => field = Positive(value); }

    /// <summary>Width of the upper transition in Hz; null: a quarter of the edge, at least 2 Hz, at most up to half the rate.</summary>
    public double? HighTransitionHz { get; init => field = Positive(value); }

    /// <summary>Number of taps, made odd; null: what the narrower transition needs.</summary>
    public int? Length
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The length must be positive.");
    }

    /// <summary>The window of the design: it sets ripple, attenuation and the length of a transition. Not rectangular.</summary>
    public WindowShape Window
    {
        get;
        init => field = value != WindowShape.Rectangular ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A rectangular window is no design.");
    } = WindowShape.Hamming;

    /// <summary>How time is treated.</summary>
    public FirPhase Phase { get; init; }

    /// <summary>What lies beyond the ends.</summary>
    public EdgePadding Padding { get; init; }

    /// <summary>Length of a filter in seconds, times the width of its transition in Hz.</summary>
    internal double LengthFactor => Window switch
    {
        WindowShape.Hann => 3.1,
        WindowShape.Hamming => 3.3,
        _ => 5.0,
    };

    private static double? Positive(double? hz) =>
        hz is null or > 0 ? hz : throw new ArgumentOutOfRangeException(nameof(hz), hz, "A transition must be positive.");
}
