using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The tables of an index that is finished.</summary>
internal sealed class IndexTables(string folder, IndexManifest manifest)
{
    /// <summary>The directions of the numbers that are searched.</summary>
    public float[] Basis { get; } = Small(folder, CorpusIndex.Basis, Analysis.Components, Analysis.Bands);

    /// <summary>The numbers that are searched.</summary>
    public Table<float> Features { get; } = FileTable<float>.Open(Path.Combine(folder, CorpusIndex.Features));

    /// <summary>The sources with what is known of their units.</summary>
    public IReadOnlyList<CorpusSource> Sources()
    {
        long units = manifest.Sources.Sum(source => (long)source.Units);
        if (Features.Rows != units || Features.Columns != Analysis.Components)
            throw Damaged(CorpusIndex.Features, $"{units} rows of {Analysis.Components}", $"{Features.Rows} of {Features.Columns}");
        float[] facts = Small(folder, CorpusIndex.Units, units, 2);
        float[] means = Small(folder, CorpusIndex.Means, manifest.Sources.Count, Analysis.Bands);
        UnitOptions options = CorpusIndex.Options(manifest).Units;
        double[] spans = options.IsGrid ? [] : FileTable<double>.ReadAll(Path.Combine(folder, CorpusIndex.Spans));
        List<CorpusSource> sources = [];
        int first = 0;
        foreach (ManifestSource source in manifest.Sources)
        {
            Table<Half> samples = FileTable<Half>.Open(Path.Combine(folder, source.Sound));
            int start = first;
            UnitSound sound = options.IsGrid
                ? new(samples, UnitGrid.Of(options), source.Units)
                : new(samples, [.. Enumerable.Range(first, source.Units).Select(u => new UnitSpan(spans[2 * u], spans[(2 * u) + 1]))]);
            var known = new SourceFacts(
                means[(sources.Count * Analysis.Bands)..((sources.Count + 1) * Analysis.Bands)],
                [.. Enumerable.Range(start, source.Units).Select(unit => facts[2 * unit])],
                [.. Enumerable.Range(start, source.Units).Select(unit => facts[(2 * unit) + 1])]);
            sources.Add(new(new(source.File.Path, source.File.Duration, source.File.HasVideo), sound, known));
            first += source.Units;
        }

        return sources;
    }

    private static float[] Small(string folder, string name, long rows, int columns)
    {
        float[] numbers = FileTable<float>.ReadAll(Path.Combine(folder, name));
        return numbers.LongLength == rows * columns
            ? numbers
            : throw Damaged(name, $"{rows} rows of {columns}", $"{numbers.Length} numbers");
    }

    private static MalformedFileException Damaged(string name, string expected, string found) => new(name, 10, "shape", expected, found);
}
