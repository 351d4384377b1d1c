using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The features of an index: a table for each source and feature, which is there when it is whole.</summary>
internal static class FeatureFiles
{
    private const string Folder = "features";

    /// <summary>Where a feature of a source lies; it is named as the source's sound is.</summary>
    public static string PathOf(string index, UnitFeature feature, string sound) =>
        Path.Combine(index, Folder, FeatureWeights.NameOf(feature), Path.GetFileName(sound));

    /// <summary>Measures what is not there yet, specgrams apart.</summary>
    public static void Write(
        string index, ManifestSource source, UnitSound sound, IEnumerable<UnitFeature> features, CancellationToken cancel)
    {
        UnitFeature[] missing =
            [.. features.Where(f => f != UnitFeature.Specgram && !File.Exists(PathOf(index, f, source.Sound)))];
        if (missing.Length == 0)
            return;
        var writers = missing.ToDictionary(f => f, f => Begin(PathOf(index, f, source.Sound), FeatureListener.ColumnsOf(f)));
        try
        {
            MeasuredFeatures.Measure(sound, missing, (feature, rows) => writers[feature].Write(rows), cancel);
            foreach (NpyWriter<float> writer in writers.Values)
                writer.Commit();
        }
        finally
        {
            foreach (NpyWriter<float> writer in writers.Values)
                writer.Dispose();
        }
    }

    /// <summary>Writes the specgrams of a source.</summary>
    public static void WriteSpecgrams(string index, string sound, int units, (SeedSound Sound, UnitOptions Options) seed)
    {
        using NpyWriter<float> writer = Begin(PathOf(index, UnitFeature.Specgram, sound), SeedFrames.Columns(seed.Options.Rate));
        SeedFrames.Read(seed.Sound, seed.Options.Rate, (units, true), writer.Write);
        writer.Commit();
    }

    /// <summary>Opens the features of a source.</summary>
    /// <exception cref="MalformedFileException">One is damaged, or that of another source.</exception>
    public static IReadOnlyDictionary<UnitFeature, Table<float>> Open(string index, ManifestSource source, CorpusOptions options) =>
        options.Features.Features.ToDictionary(f => f, Table<float> (f) =>
        {
            string path = PathOf(index, f, source.Sound);
            FileTable<float> table = FileTable<float>.Open(path);
            int columns = FeatureListener.ColumnsOf(f, options.Units);
            if (table.Rows == source.Units && table.Columns == columns)
                return table;
            table.Dispose();
            throw new MalformedFileException(path, 10, "shape", $"({source.Units}, {columns})", $"({table.Rows}, {table.Columns})");
        });

    private static NpyWriter<float> Begin(string path, int columns)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(path, columns);
    }
}
