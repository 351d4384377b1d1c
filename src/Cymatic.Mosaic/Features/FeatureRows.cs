namespace Cymatic.Mosaic;

/// <summary>The numbers of units that are searched.</summary>
internal static class FeatureRows
{
    /// <summary>Takes some rows: the first's unit, and the numbers.</summary>
    public delegate void Take(int firstUnit, ReadOnlySpan<float> rows);

    /// <summary>The components of all units of a source, in blocks, in any order.</summary>
    public static void Compute(CorpusSource source, SearchBasis basis, Take take, CancellationToken cancel)
    {
        var listener = new UnitListener(source.Sound);
        UnitBlocks.Run(source.Units, (first, units) =>
        {
            take(first, Rows(source, listener, basis, (first, units)));
        }, cancel);
    }

    /// <summary>Takes rows in order.</summary>
    public delegate void TakeNext(ReadOnlySpan<float> rows);

    /// <summary>The same in order.</summary>
    public static void ComputeInOrder(CorpusSource source, SearchBasis basis, TakeNext take, CancellationToken cancel)
    {
        var listener = new UnitListener(source.Sound);
        UnitBlocks.Run(source.Units, (first, units) => Rows(source, listener, basis, (first, units)), rows => take(rows), cancel);
    }

    private static float[] Rows(CorpusSource source, UnitListener listener, SearchBasis basis, (int First, int Count) units)
    {
        float[] spectra = new float[units.Count * Analysis.Bands], components = new float[units.Count * Analysis.Components];
        for (int i = 0; i < units.Count; i++)
        {
            Span<float> row = spectra.AsSpan(i * Analysis.Bands, Analysis.Bands);
            listener.Hear(units.First + i, row);
            Centred.Apply(row, source.Facts.Mean, row);
        }

        basis.Project(spectra, components);
        return components;
    }
}
