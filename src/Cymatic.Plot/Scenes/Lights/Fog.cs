using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Things that are farther away take on a colour. Null ends follow what is seen.</summary>
public sealed record Fog
{
    /// <summary>What everything becomes; null: the scene's background.</summary>
    public Color? Color { get; init; }

    /// <summary>The distance at which fog begins, in units of space. Null: at the nearest side of what is seen.</summary>
    public double? Start { get; init => field = Finite(value); }

    /// <summary>The distance at which nothing else is seen. Null: behind the farthest side, where half of the colour is left.</summary>
    public double? End { get; init => field = Finite(value); }

    internal (double Start, double End) Depths(View view, Space space)
    {
        double middle = view.DepthOf(default), start = Start ?? middle - space.Radius, end = End ?? middle + 3 * space.Radius;
        return end > start ? (start, end) : throw new ArgumentException($"Fog from {start} to {end} has no depth.");
    }

    private static double? Finite(double? value) => value is null || double.IsFinite(value.Value) ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "A distance must be finite.");
}
