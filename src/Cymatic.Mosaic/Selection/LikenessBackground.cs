using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>How like a target is to units by chance: mean and deviation over all of a corpus, or over some drawn by lot.</summary>
internal sealed class LikenessBackground
{
    private const int MostUnits = 1024;
    private readonly Corpus _corpus;
    private readonly double _weight;
    private readonly int[] _units;
    private readonly float[] _spectra;

    public LikenessBackground(Corpus corpus, SpectrumSource spectra, SelectionOptions options)
    {
        (_corpus, _weight) = (corpus, options.CentredWeight);
        _units = Drawn(corpus.Count, options.Seed);
        _spectra = new float[_units.Length * Analysis.Bands];
        for (int i = 0; i < _units.Length; i++)
            spectra.Read(_units[i], _spectra.AsSpan(i * Analysis.Bands, Analysis.Bands));
    }

    /// <summary>Fills in the mean and the deviation of a block's targets.</summary>
    public void Measure(TargetBlock block, CandidateTable table)
    {
        int n = _units.Length, targets = block.Count;
        float[] whole = new float[targets * n], centred = new float[targets * n];
        RowProducts.Of(block.Whole, _spectra, Analysis.Bands, whole);
        RowProducts.Of(block.Centred, _spectra, Analysis.Bands, centred);
        float[] means = [.. _corpus.Sources.SelectMany(source => source.Facts.Mean)];
        float[] ofMeans = new float[targets * _corpus.Sources.Count];
        RowProducts.Of(block.Centred, means, Analysis.Bands, ofMeans);
        for (int i = 0; i < targets; i++)
        {
            double sum = 0, squares = 0;
            ReadOnlySpan<float> ofMean = ofMeans.AsSpan(i * _corpus.Sources.Count, _corpus.Sources.Count);
            for (int j = 0; j < n; j++)
            {
                int s = _corpus.SourceOf(_units[j]);
                float deviation = _corpus.Sources[s].Facts.Deviations[_units[j] - _corpus.Sources[s].FirstUnit];
                double x1 = deviation < 1e-6f ? 0 : (centred[(i * n) + j] - ofMean[s]) / deviation;
                double a = ((1 - _weight) * whole[(i * n) + j]) + (_weight * x1);
                sum += a;
                squares += a * a;
            }

            table.Mean[block.First + i] = (float)(sum / n);
            table.Deviation[block.First + i] = (float)Math.Sqrt(Math.Max(0, (squares / n) - (sum / n * (sum / n))));
        }
    }

    /// <summary>All units of a corpus, or some drawn by lot.</summary>
    public static int[] Drawn(int count, int seed)
    {
        if (count <= MostUnits)
            return [.. Enumerable.Range(0, count)];
        var random = new Random(seed);
        HashSet<int> drawn = [];
        while (drawn.Count < MostUnits)
            drawn.Add(random.Next(count));
        return [.. drawn.Order()];
    }
}
