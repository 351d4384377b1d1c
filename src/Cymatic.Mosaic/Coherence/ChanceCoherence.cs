namespace Cymatic.Mosaic;

/// <summary>What coherence means in this corpus: how much there is between a target and units drawn by lot.</summary>
/// <param name="Gate">R₀: coherence below it says nothing.</param>
/// <param name="Bins">B: bins that are independent of each other.</param>
internal sealed record ChanceCoherence(double Gate, double Bins)
{
    private const int UnitsOfTarget = 20, MostTargets = 400;
    private const double Margin = 0.15;

    /// <summary>Measures it.</summary>
    public static ChanceCoherence Of(PhaseSpectra spectra, LagProducts lags, int targets, Corpus corpus, int seed, CancellationToken cancel)
    {
        int count = Math.Min(targets, MostTargets);
        float[] largest = new float[count], without = new float[count * UnitsOfTarget];
        UnitBlocks.Run(count, (first, n) =>
        {
            var best = new float[UnitsOfTarget];
            for (int i = first; i < first + n; i++)
            {
                var random = new Random(seed + i);
                float[][] units = [.. Enumerable.Range(0, UnitsOfTarget).Select(_ => spectra.OfCorpus(random.Next(corpus.Count)))];
                int target = (int)((long)targets * i / count);
                lags.Run(spectra.OfTarget(target), units, best, without.AsSpan(i * UnitsOfTarget, UnitsOfTarget));
                largest[i] = best.Max();
            }
        }, cancel, block: 8);
        double gate = Math.Clamp(Utility.Median(largest, _ => true) + Margin, 0.35, 0.6);
        double typical = Utility.Median(without, r => r > 0);
        return new(gate, typical > 0 ? Math.Clamp(1 / (typical * typical), 50, 800) : 50);
    }
}
