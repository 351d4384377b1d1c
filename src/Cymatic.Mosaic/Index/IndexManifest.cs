using System.Globalization;
using System.Text.Json.Serialization;

namespace Cymatic.Mosaic;

/// <summary>manifest.json of an index.</summary>
internal sealed record IndexManifest
{
    /// <summary>The version that is written here, and the newest that can be read.</summary>
    public const int Newest = 1;

    /// <summary>The version of the index' format.</summary>
    public int Version { get; init; } = Newest;

    /// <summary>Whether every number that it needs was written.</summary>
    public bool IsComplete { get; init; }

    /// <summary>"Frames", "Grains", "Onsets", "Beats".</summary>
    public required string Units { get; init; }

    /// <summary>Units a second as a ratio, for frames.</summary>
    public required string Rate { get; init; }

    /// <summary>Length of a grain in seconds.</summary>
    public double GrainSeconds { get; init; }

    /// <summary>The part of a grain that the next one shares.</summary>
    public double Overlap { get; init; }

    /// <summary>What the numbers are: "spectrum".</summary>
    public string Features { get; init; } = "spectrum";

    /// <summary>Features that are kept beside it; null in the first indices.</summary>
    public IReadOnlyList<ManifestFeature>? Measured { get; init; }

    /// <summary>Seed of what is drawn by lot.</summary>
    public int Seed { get; init; }

    /// <summary>Samples a second of the sounds in here.</summary>
    public int AnalysisRate { get; init; } = Analysis.SampleRate;

    /// <summary>Units that there were when the searched directions were chosen.</summary>
    public long BasisUnits { get; init; }

    /// <summary>The files.</summary>
    public IReadOnlyList<ManifestSource> Sources { get; init; } = [];
}

/// <summary>A file in manifest.json.</summary>
internal sealed record ManifestSource
{
    /// <summary>The file.</summary>
    public required IndexedFile File { get; init; }

    /// <summary>The name of its sound in the folder.</summary>
    public required string Sound { get; init; }

    /// <summary>Number of units; 0 before they were heard.</summary>
    public int Units { get; init; }
}

/// <summary>A feature in manifest.json: for each source a table features/NAME/SOURCE.npy of a row for each unit, NaN for silence.</summary>
internal sealed record ManifestFeature
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Numbers of a unit.</summary>
    public int Columns { get; init; }

    /// <summary>How the numbers, which are kept as they were measured, are compared.</summary>
    public string Normalisation { get; init; } = "";

    /// <summary>Its weight, where a mosaic says none; null: 1.</summary>
    public double? Weight { get; init; }

    /// <summary>As <see cref="FeatureWeights.Parse"/> reads it.</summary>
    public override string ToString() => Name + (Weight is { } weight ? "=" + weight.ToString(CultureInfo.InvariantCulture) : "");

    /// <summary>Features as a manifest says them.</summary>
    public static IReadOnlyList<ManifestFeature> Of(CorpusOptions options) =>
    [
        .. options.Features.Features.Select(feature => new ManifestFeature
        {
            Name = FeatureWeights.NameOf(feature),
            Columns = FeatureListener.ColumnsOf(feature, options.Units),
            Normalisation = $"less the mean of the {(FeatureListener.IsRelative(feature) ? "source" : "corpus")}, by the deviation of all",
            Weight = options.Features[feature],
        }),
    ];
}

/// <summary>Writes and reads manifest.json without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IndexManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
