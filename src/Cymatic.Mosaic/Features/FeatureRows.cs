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
            float[] spectra = new float[units * Analysis.Bands], components = new float[units * Analysis.Components];
            for (int i = 0; i < units; i++)
            {
                Span<float> row = spectra.AsSpan(i * Analysis.Bands, Analysis.Bands);
                listener.Hear(first + i, row);
                Centred.Apply(row, source.Facts.Mean, row);
            }

            basis.Project(spectra, components);
            take(first, components);
        }, cancel);
    }
}
