namespace Cymatic.Mosaic;

/// <summary>Features of all units of a sound, measured in blocks, in order.</summary>
internal static class MeasuredFeatures
{
    /// <summary>Takes the numbers of the next units of one feature.</summary>
    public delegate void Take(UnitFeature feature, ReadOnlySpan<float> rows);

    /// <summary>Measures what is heard by <see cref="FeatureListener"/>: all but specgrams.</summary>
    public static void Measure(UnitSound sound, IReadOnlyList<UnitFeature> features, Take take, CancellationToken cancel)
    {
        var listener = new FeatureListener(sound, features);
        UnitBlocks.Run(sound.Count, listener.Measure, rows =>
        {
            int units = rows.Length / listener.Columns, column = 0;
            foreach (UnitFeature feature in features)
            {
                int width = FeatureListener.ColumnsOf(feature);
                var own = new float[units * width];
                for (int i = 0; i < units; i++)
                    rows.AsSpan((i * listener.Columns) + column, width).CopyTo(own.AsSpan(i * width));
                take(feature, own);
                column += width;
            }
        }, cancel);
    }

    /// <summary>The features of a source in memory.</summary>
    /// <exception cref="ArgumentException">Specgrams of units that are no frames, or of a sound that is not known at 44.1 kHz.</exception>
    public static IReadOnlyDictionary<UnitFeature, Table<float>> Of(
        CorpusSource source, SeedSound? seed, CorpusOptions options, CancellationToken cancel)
    {
        float[][] rows = InMemory(source.Sound, seed, options, isCorpus: true, cancel);
        return options.Features.Features.Select((feature, i) => (feature, Table: rows[i])).ToDictionary(
            pair => pair.feature,
            Table<float> (pair) => new MemoryTable<float>(pair.Table, FeatureListener.ColumnsOf(pair.feature, options.Units)));
    }

    /// <summary>The features of all units, in the order of the options.</summary>
    /// <param name="sound">The units.</param>
    /// <param name="seed">The same sound for specgrams.</param>
    /// <param name="options">Which features, of which units.</param>
    /// <param name="isCorpus">Whether the last frame is no unit of the script's.</param>
    /// <param name="cancel">Ends the work.</param>
    public static float[][] InMemory(UnitSound sound, SeedSound? seed, CorpusOptions options, bool isCorpus, CancellationToken cancel)
    {
        UnitFeature[] features = [.. options.Features.Features];
        float[][] rows = [.. features.Select(f => new float[checked(sound.Count * FeatureListener.ColumnsOf(f, options.Units))])];
        int[] filled = new int[rows.Length];
        void Fill(UnitFeature feature, ReadOnlySpan<float> more)
        {
            int i = Array.IndexOf(features, feature);
            more.CopyTo(rows[i].AsSpan(filled[i]));
            filled[i] += more.Length;
        }

        UnitFeature[] heard = [.. features.Where(feature => feature != UnitFeature.Specgram)];
        if (heard.Length > 0)
            Measure(sound, heard, Fill, cancel);
        if (heard.Length < features.Length)
            Specgrams(seed, options.Units, (sound.Count, isCorpus), row => Fill(UnitFeature.Specgram, row));
        return rows;
    }

    /// <summary>Refuses specgrams of anything but frames.</summary>
    /// <exception cref="ArgumentException">The units are no frames.</exception>
    public static void Check(FeatureWeights features, UnitOptions units)
    {
        if (features.Features.Contains(UnitFeature.Specgram) && units.Kind != UnitKind.Frames)
            throw new ArgumentException($"The specgram is that of frames, not of {units.Kind}.", nameof(features));
    }

    private static void Specgrams(SeedSound? seed, UnitOptions options, (int, bool) units, SeedFrames.Take take)
    {
        Check(FeatureWeights.Of(UnitFeature.Specgram), options);
        SeedFrames.Read(
            seed ?? throw new ArgumentException("Specgrams need the sound at 44.1 kHz.", nameof(seed)), options.Rate, units, take);
    }
}
