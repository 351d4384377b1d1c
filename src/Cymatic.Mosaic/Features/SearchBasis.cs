using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The 64 directions in which centred spectra of a corpus differ most: what is searched.</summary>
/// <remarks>Principal components keep the true unit among the best 50, so spectra are compared in full for candidates only.</remarks>
internal sealed class SearchBasis
{
    // Of more units the directions change no more.
    private const int MostUnits = 1000;

    /// <param name="directions">Components × bands.</param>
    public SearchBasis(float[] directions) => Directions = directions;

    /// <summary>Components × bands.</summary>
    public float[] Directions { get; }

    /// <summary>The directions of the units of some sources; all zeros for fewer than two units.</summary>
    public static SearchBasis Of(IReadOnlyList<CorpusSource> sources, CancellationToken cancel)
    {
        long units = sources.Sum(source => (long)source.Units);
        int count = (int)Math.Min(units, MostUnits);
        if (count < 2)
            return new(new float[Analysis.Components * Analysis.Bands]);
        var rows = new float[count * Analysis.Bands];
        UnitListener[] listeners = [.. sources.Select(source => new UnitListener(source.Sound))];
        UnitBlocks.Run(count, (first, n) =>
        {
            for (int i = first; i < first + n; i++)
                Fill(sources, listeners, units * i / count, rows.AsSpan(i * Analysis.Bands, Analysis.Bands));
        }, cancel, block: 16);
        return new(DominantDirections.Of(rows, Analysis.Bands, Analysis.Components));
    }

    /// <summary>The components of spectra: rows × 64.</summary>
    public void Project(ReadOnlySpan<float> spectra, Span<float> components) =>
        RowProducts.Of(spectra, Directions, Analysis.Bands, components);

    private static void Fill(IReadOnlyList<CorpusSource> sources, UnitListener[] listeners, long unit, Span<float> centred)
    {
        int s = 0;
        for (; unit >= sources[s].Units; s++)
            unit -= sources[s].Units;
        listeners[s].Hear((int)unit, centred);
        Centred.Apply(centred, sources[s].Facts.Mean, centred);
    }
}
