using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>Something in a scene. Numbers that are NaN or infinite are holes.</summary>
public abstract record SceneObject
{
    private protected SceneObject()
    {
    }

    /// <summary>One colour for everything. Null: by <see cref="Map"/>.</summary>
    public Color? Color { get; init; }

    /// <summary>The colours of values: of the object's own, or else of heights z.</summary>
    public ColorMap Map { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = ColorMap.Viridis;

    /// <summary>How values are spread over the colours; open ends follow the values.</summary>
    public Normalisation Normalisation
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(value));
    } = Normalisation.Linear;

    /// <summary>A colour for each point instead of <see cref="Color"/> and <see cref="Map"/>; alpha does not count.</summary>
    /// <exception cref="ArgumentException">Not as many as points; thrown when the object is drawn.</exception>
    public IReadOnlyList<Color>? Colors { get; init; }

    /// <summary>0 (nothing is seen) to 1. Below 1, triangles and points are drawn from far to near over what is opaque.</summary>
    public double Opacity
    {
        get;
        init => field = value is >= 0 and <= 1 ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Opacity must lie between 0 and 1.");
    } = 1;

    /// <summary>How it answers to light.</summary>
    public Material Material { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Material.Default;

    /// <summary>What is drawn; null when there is nothing.</summary>
    internal abstract Shape? ToShape();

    /// <summary>Colours of points that have these least and greatest values.</summary>
    private protected Paint Paint(int points, (double Least, double Greatest) range)
    {
        Length(this, (Colors?.Count ?? points, points), nameof(Colors), "colours");
        return Plot.Paint.Of(this, range);
    }

    private protected static T Length<T>(T value, (int Given, int Wanted) counts, string name, string what) => counts.Given == counts.Wanted
        ? value
        : throw new ArgumentException($"{counts.Given} {what} do not match {counts.Wanted} points.", name);
}
