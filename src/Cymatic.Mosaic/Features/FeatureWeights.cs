using System.Globalization;

namespace Cymatic.Mosaic;

/// <summary>Which features count, and how much: "mel=1,chroma=0.5". Squared distances are multiplied by weights, and added.</summary>
public sealed class FeatureWeights : IEquatable<FeatureWeights>
{
    private const double Most = 1000;
    private readonly (UnitFeature Feature, double? Weight)[] _weights;

    private FeatureWeights(IEnumerable<(UnitFeature Feature, double? Weight)> weights) => _weights = [.. weights.OrderBy(w => w.Feature)];

    /// <summary>No feature: units are compared by their spectra (docs/decisions/mosaic-utility.md).</summary>
    public static FeatureWeights None { get; } = new([]);

    /// <summary>The names of all features, as <see cref="Parse"/> takes them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<UnitFeature>().Select(NameOf)];

    /// <summary>The features.</summary>
    public IReadOnlyList<UnitFeature> Features => [.. _weights.Select(w => w.Feature)];

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _weights.Length == 0;

    /// <summary>The weight of a feature; null where none was said, or where the feature does not count.</summary>
    public double? this[UnitFeature feature] => _weights.FirstOrDefault(w => w.Feature == feature).Weight;

    /// <summary>
    /// Features with their weights, apart by commas: "mel=1,chroma=0.5"; without a number the weight is left open, and one of 0 is none.
    /// </summary>
    /// <exception cref="FormatException">A feature that is not known, a weight that is not between 0 and 1000, or all are 0.</exception>
    public static FeatureWeights Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var weights = new Dictionary<UnitFeature, double?>();
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] sides = part.Split('=', 2, StringSplitOptions.TrimEntries);
            weights[FeatureOf(sides[0])] = sides.Length == 1 ? null : WeightOf(part, sides[1]);
        }

        (UnitFeature, double?)[] counting = [.. weights.Where(pair => pair.Value != 0).Select(pair => (pair.Key, pair.Value))];
        return counting.Length > 0 ? new(counting)
            : throw new FormatException($"With '{text}' nothing counts: at least one weight must be above 0.");
    }

    /// <summary>One feature, its weight left open.</summary>
    public static FeatureWeights Of(UnitFeature feature) => new([(feature, null)]);

    /// <summary>These features and others, whose weights go before.</summary>
    public FeatureWeights With(FeatureWeights others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new(Features.Union(others.Features).Select(feature => (feature, others[feature] ?? this[feature])));
    }

    /// <summary>"mel=1,chroma=0.5".</summary>
    public override string ToString() => string.Join(',', _weights.Select(w =>
        NameOf(w.Feature) + (w.Weight is { } weight ? "=" + weight.ToString(CultureInfo.InvariantCulture) : "")));

    /// <inheritdoc/>
    public bool Equals(FeatureWeights? other) => other is not null && _weights.SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    internal static string NameOf(UnitFeature feature) => feature.ToString().ToLowerInvariant();

    private static UnitFeature FeatureOf(string name) =>
        Names.Contains(name.ToLowerInvariant()) ? Enum.Parse<UnitFeature>(name, ignoreCase: true)
            : throw new FormatException($"'{name}' is no feature; known are {string.Join(", ", Names)}.");

    private static double WeightOf(string part, string text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= Most ? weight
            : throw new FormatException($"'{part}' has no weight between 0 and {Most}; chroma=0.5 has.");
}
