namespace Cymatic.Mosaic;

/// <summary>How the sounds of corpus and target are cut into units. The default is a unit for each frame of a film.</summary>
public sealed record UnitOptions
{
    /// <summary>What a unit is.</summary>
    public UnitKind Kind { get; init; }

    /// <summary>Frames a second, for <see cref="UnitKind.Frames"/>; one rate for the whole corpus and the target.</summary>
    public UnitRate Rate { get; init; } = new(25);

    /// <summary>Length of a grain in seconds, 0.005 to 10.</summary>
    public double GrainSeconds
    {
        get;
        init => field = value is >= 0.005 and <= 10 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A grain lasts 0.005 to 10 seconds.");
    } = 0.1;

    /// <summary>The part of a grain that the next one shares, 0 to 0.9.</summary>
    public double Overlap
    {
        get;
        init => field = value is >= 0 and <= 0.9 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Grains overlap by a part between 0 and 0.9.");
    } = 0.5;

    /// <summary>Whether all units are as long as each other and lie on one grid.</summary>
    internal bool IsGrid => Kind is UnitKind.Frames or UnitKind.Grains;
}
