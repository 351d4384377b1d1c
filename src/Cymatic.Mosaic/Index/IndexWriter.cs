namespace Cymatic.Mosaic;

/// <summary>Writes the tables of an index. Units that were heard before are copied; new ones are heard.</summary>
internal sealed class IndexWriter(string folder, IndexManifest manifest)
{
    // The directions that are searched are chosen anew when there are twice as many units as when they were chosen.
    private const int Growth = 2;

    /// <summary>What was heard already, by the names of the sounds.</summary>
    public IReadOnlyDictionary<string, HeardUnits> Heard { get; init; } = new Dictionary<string, HeardUnits>();

    /// <summary>Writes all tables; the sources with their numbers of units.</summary>
    public IReadOnlyList<ManifestSource> Write(
        IReadOnlyList<ManifestSource> sources, out long basisUnits, IProgress<double>? progress, CancellationToken cancel)
    {
        ManifestSource[] old = [.. sources.Where(source => source.Units > 0)];
        List<CorpusSource> heard = old.Length > 0 ? [.. new IndexTables(folder, manifest with { Sources = old }).Sources()] : [];
        long known = old.Sum(source => (long)source.Units);
        UnitOptions units = CorpusIndex.Options(manifest).Units;
        foreach (ManifestSource source in sources.Skip(old.Length))
        {
            Table<Half> samples = FileTable<Half>.Open(Path.Combine(folder, source.Sound));
            UnitSound sound = UnitCutter.Source(samples, source.File.Duration, units, cancel);
            sound.Heard = Heard.TryGetValue(source.Sound, out HeardUnits? early) && early.Count == sound.Count ? early : null;
            SourceFacts facts = new UnitListener(sound).HearAll(cancel);
            heard.Add(new(new(source.File.Path, source.File.Duration, source.File.HasVideo), sound, facts));
            progress?.Report(0.5 * heard.Count / sources.Count);
        }

        long all = heard.Sum(source => (long)source.Units);
        bool keep = known > 0 && all < Growth * manifest.BasisUnits;
        basisUnits = keep ? manifest.BasisUnits : all;
        SearchBasis basis = keep
            ? new(FileTable<float>.ReadAll(Path.Combine(folder, CorpusIndex.Basis)))
            : SearchBasis.Of(heard, cancel);
        WriteFeatures(heard, keep ? old.Length : 0, keep ? known : 0, basis, cancel);
        WriteFacts(heard, units.IsGrid);
        NpyWriter<float>.Write(Path.Combine(folder, CorpusIndex.Basis), basis.Directions, Analysis.Bands);
        UnitFeature[] features = [.. CorpusIndex.Options(manifest).Features.Features];
        for (int s = 0; s < heard.Count; s++)
        {
            FeatureFiles.Write(folder, sources[s], heard[s].Sound, features, cancel);
            progress?.Report(0.5 + (0.5 * (s + 1) / heard.Count));
            heard[s].Sound.Dispose();
        }

        return [.. sources.Select((source, i) => source with { Units = heard[i].Units })];
    }

    private void WriteFeatures(List<CorpusSource> sources, int kept, long rows, SearchBasis basis, CancellationToken cancel)
    {
        string path = Path.Combine(folder, CorpusIndex.Features);
        using var writer = new NpyWriter<float>(path, Analysis.Components);
        if (rows > 0)
        {
            using FileTable<float> there = FileTable<float>.Open(path);
            var block = new float[4096 * Analysis.Components];
            for (long row = 0; row < rows; row += 4096)
            {
                Span<float> part = block.AsSpan(0, (int)Math.Min(4096, rows - row) * Analysis.Components);
                there.Read(row, part);
                writer.Write(part);
            }
        }

        foreach (CorpusSource source in sources.Skip(kept))
            FeatureRows.ComputeInOrder(source, basis, writer.Write, cancel);
        writer.Commit();
    }

    private void WriteFacts(List<CorpusSource> sources, bool isGrid)
    {
        using var units = new NpyWriter<float>(Path.Combine(folder, CorpusIndex.Units), 2);
        using var means = new NpyWriter<float>(Path.Combine(folder, CorpusIndex.Means), Analysis.Bands);
        foreach (CorpusSource source in sources)
        {
            means.Write(source.Facts.Mean);
            for (int unit = 0; unit < source.Units; unit++)
                units.Write([source.Facts.Levels[unit], source.Facts.Deviations[unit]]);
        }

        units.Commit();
        means.Commit();
        if (isGrid)
            return;
        using var spans = new NpyWriter<double>(Path.Combine(folder, CorpusIndex.Spans), 2);
        foreach (CorpusSource source in sources)
        {
            for (int unit = 0; unit < source.Units; unit++)
                spans.Write([source.Sound[unit].Start, source.Sound[unit].Duration]);
        }

        spans.Commit();
    }
}
