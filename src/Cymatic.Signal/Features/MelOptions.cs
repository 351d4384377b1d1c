namespace Cymatic.Signal;

/// <summary>Which bands a mel filter bank has.</summary>
public sealed record MelOptions
{
    /// <summary>Number of bands.</summary>
    public int Bands
    {
        get;
        init => field = value > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "There must be at least one mel band.");
    } = 128;

    /// <summary>Lower edge of the lowest band in Hz.</summary>
    public double MinimumHz
    {
        get;
        init => field = value >= 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The lowest frequency must not be negative.");
    }

    /// <summary>Upper edge of the highest band in Hz; null: half the sample rate.</summary>
    public double? MaximumHz
    {
        get;
        init => field = value is null or > 0 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The highest frequency must be positive.");
    }

    /// <summary>The formula of the mel scale.</summary>
    public MelFormula Formula { get; init; } = MelFormula.Slaney;

    /// <summary>Whether each band's area is one (weights in 1/Hz); otherwise its peak is one.</summary>
    public bool UnitArea { get; init; } = true;
}
