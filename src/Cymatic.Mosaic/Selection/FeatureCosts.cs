using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>
/// What it costs that a unit's features are not the target's.
/// </summary>
/// <remarks>Distances are divided by what is typical of two units that are drawn by lot: weights mean the same for all.</remarks>
internal sealed class FeatureCosts
{
    private const int Draws = 300;
    private const double Nats = 8;
    private readonly Corpus _corpus;
    private readonly SpectrumSource _spectra;
    private readonly (UnitFeature Feature, double Weight)[] _weights;
    private readonly double[] _typical;

    public FeatureCosts(Corpus corpus, SpectrumSource spectra, SelectionOptions options)
    {
        (_corpus, _spectra) = (corpus, spectra);
        _weights = [.. options.Features.Where(pair => pair.Value > 0).Select(pair => (pair.Key, pair.Value)).OrderBy(pair => pair.Key)];
        var random = new Random(options.Seed);
        float[][] distances = [.. _weights.Select(_ => new float[Draws])];
        for (int i = 0; i < Draws && _weights.Length > 0; i++)
        {
            float[][] a = Measure(random.Next(corpus.Count)), b = Measure(random.Next(corpus.Count));
            for (int f = 0; f < _weights.Length; f++)
                distances[f][i] = TensorPrimitives.Distance<float>(a[f], b[f]);
        }

        _typical = [.. distances.Select(of => Math.Max(1e-6, (double)Utility.Median(of, distance => distance > 0)))];
    }

    /// <summary>Takes the costs off the utility of all candidates.</summary>
    public void Charge(TargetMatch match, CancellationToken cancel)
    {
        if (_weights.Length == 0)
            return;
        UnitBlocks.Run(match.Table.Targets, (first, count) =>
        {
            for (int t = first; t < first + count; t++)
            {
                float[][] wanted = Wanted(match.Target, t);
                for (int i = 0; i < match.Table.CountOf(t); i++)
                    match.Table.Utility[match.Table.PlaceOf(t) + i] -= (float)Cost(wanted, Measure(match.Table.UnitsOf(t)[i]));
            }
        }, cancel, block: 16);
    }

    private double Cost(float[][] a, float[][] b)
    {
        double cost = 0;
        for (int f = 0; f < _weights.Length; f++)
            cost += Nats * _weights[f].Weight * TensorPrimitives.Distance<float>(a[f], b[f]) / _typical[f];
        return cost;
    }

    private float[][] Wanted(TargetUnits target, int t)
    {
        float[] bands = new float[Analysis.Bands], before = new float[Analysis.Bands], scratch = new float[Analysis.Bands];
        target.Hear(t, bands, scratch);
        if (t > 0)
            target.Hear(t - 1, before, scratch);
        return [.. _weights.Select(w => FeatureMeasure.Of(w.Feature, bands, t > 0 ? before : [], target.Facts.Levels[t]))];
    }

    private float[][] Measure(int unit)
    {
        float[] bands = new float[Analysis.Bands], before = new float[Analysis.Bands];
        bool isFirst = unit == _corpus.Sources[_corpus.SourceOf(unit)].FirstUnit;
        _spectra.Read(unit, bands);
        if (!isFirst)
            _spectra.Read(unit - 1, before);
        return [.. _weights.Select(w => FeatureMeasure.Of(w.Feature, bands, isFirst ? [] : before, Utility.LevelOf(_corpus, unit)))];
    }
}
