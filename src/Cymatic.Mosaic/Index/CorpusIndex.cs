using System.Globalization;
using System.Text.Json;

namespace Cymatic.Mosaic;

/// <summary>A corpus that is kept in a folder: manifest.json, tables in NumPy's format, and the sound of each source.</summary>
/// <remarks>
/// features.npy has 64 numbers for each unit (basis.npy are their directions), units.npy each unit's level in decibels and how far its
/// spectrum lies from the mean of its source (means.npy), spans.npy start and length of units that lie on no grid. Features
/// (<see cref="UnitFeature"/>) and thumbnails (<see cref="UnitPictures"/>) may lie beside them, one table for each source.
/// </remarks>
public static class CorpusIndex
{
    internal const string Manifest = "manifest.json", Features = "features.npy", Units = "units.npy", Means = "means.npy",
        Basis = "basis.npy", Spans = "spans.npy", Sounds = "sound";

    /// <summary>Whether a folder is an index, finished or not.</summary>
    public static bool IsIndex(string folder) => File.Exists(Path.Combine(folder, Manifest));

    /// <summary>The files that an index was made of.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static IReadOnlyList<IndexedFile> FilesOf(string folder) => [.. Read(folder).Sources.Select(source => source.File)];

    /// <summary>How the units of an index were cut.</summary>
    /// <inheritdoc cref="Open" path="/exception"/>
    public static CorpusOptions OptionsOf(string folder) => Options(Read(folder));

    /// <summary>Opens an index: its tables are mapped, not read.</summary>
    /// <exception cref="IndexException">It is not finished, or of a newer version.</exception>
    /// <exception cref="Signal.MalformedFileException">A file in it is damaged.</exception>
    /// <exception cref="IOException">A file in it is missing.</exception>
    public static Corpus Open(string folder)
    {
        IndexManifest manifest = Read(folder);
        if (!manifest.IsComplete)
            throw new IndexException($"{folder} is not finished: run 'cymatic index' on it again, it goes on where it stopped.");
        var tables = new IndexTables(folder, manifest);
        CorpusOptions options = Options(manifest);
        IReadOnlyList<CorpusSource> sources = tables.Sources();
        for (int s = 0; s < sources.Count; s++)
            sources[s].Features = FeatureFiles.Open(folder, manifest.Sources[s], options);
        return new(sources, options, new(tables.Basis), tables.Features);
    }

    internal static IndexManifest Read(string folder)
    {
        string path = Path.Combine(folder, Manifest);
        if (!File.Exists(path))
            throw new IndexException($"{folder} is no index of a corpus: it has no {Manifest}.");
        byte[] json = File.ReadAllBytes(path);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            if (document.RootElement.TryGetProperty("version", out JsonElement version) && version.GetInt32() > IndexManifest.Newest)
                throw new IndexException(
                    $"{folder} was written by a newer Cymatic (version {version} of the format, this one knows {IndexManifest.Newest}).");
            IndexManifest manifest = JsonSerializer.Deserialize(json, ManifestJson.Default.IndexManifest)
                ?? throw new JsonException("it is empty");
            Options(manifest);
            return manifest;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            throw new IndexException($"{path} is damaged ({e.Message}); delete {folder} and make the index again.");
        }
    }

    internal static void Write(string folder, IndexManifest manifest)
    {
        string path = Path.Combine(folder, Manifest);
        File.WriteAllBytes(path + ".part", JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.IndexManifest));
        File.Move(path + ".part", path, overwrite: true);
    }

    internal static CorpusOptions Options(IndexManifest manifest)
    {
        int[] rate = [.. manifest.Rate.Split('/').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        return new()
        {
            Seed = manifest.Seed,
            Features = manifest.Measured is { Count: > 0 } kept ? FeatureWeights.Parse(string.Join(',', kept)) : FeatureWeights.None,
            Units = new()
            {
                Kind = Enum.Parse<UnitKind>(manifest.Units),
                Rate = new(rate[0], rate.Length > 1 ? rate[1] : 1),
                GrainSeconds = manifest.GrainSeconds,
                Overlap = manifest.Overlap,
            },
        };
    }
}
