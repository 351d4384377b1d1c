using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Finds by how much a target that was made from the corpus lies beside the corpus' units.</summary>
/// <remarks>
/// The lags between targets and their likest candidates are counted, each as much as the fourth power of its coherence; a peak beyond 2 ms
/// around which, within half a millisecond, more than a seventh of them lie may be the offset. By accident it is up to 37 %, so whoever
/// asks cuts the target there and looks whether more of it is found in the corpus.
/// </remarks>
internal static class OffsetFinder
{
    private const int MostTargets = 500, Candidates = 6;
    private const double LeastSeconds = 0.002, NearSeconds = 0.0005, LeastShare = 0.15;

    /// <summary>Seconds by which the target lags, within half a unit; 0 where there is no offset.</summary>
    public static double Find(PhaseSpectra spectra, CandidateTable table, CancellationToken cancel)
    {
        int count = Math.Min(table.Targets, MostTargets);
        var found = new (int Lag, double Weight)[count];
        UnitBlocks.Run(count, (first, n) =>
        {
            for (int i = first; i < first + n; i++)
                found[i] = Best(spectra, table, (int)((long)table.Targets * i / count));
        }, cancel, block: 8);
        double all = found.Sum(x => x.Weight);
        int near = (int)(NearSeconds * Analysis.SampleRate), half = spectra.Transform.UnitLength / 2, offset = 0;
        double most = 0;
        for (int lag = -half; lag <= half; lag++)
        {
            double weight = found.Where(x => Math.Abs(x.Lag - lag) <= near).Sum(x => x.Weight);
            if (weight > most)
                (most, offset) = (weight, lag);
        }

        if (Math.Abs(offset) <= LeastSeconds * Analysis.SampleRate || most <= LeastShare * all)
            return 0;
        (int Lag, double Weight)[] close = [.. found.Where(x => Math.Abs(x.Lag - offset) <= near)];
        return close.Sum(x => x.Lag * x.Weight) / close.Sum(x => x.Weight) / Analysis.SampleRate;
    }

    /// <summary>The lag of the likest candidates' largest coherence, and its fourth power.</summary>
    private static (int Lag, double Weight) Best(PhaseSpectra spectra, CandidateTable table, int target)
    {
        PhaseTransform transform = spectra.Transform;
        Fft<float> fft = Fft.Shared<float>(transform.Length);
        float[] re = new float[fft.Length], im = new float[fft.Length], product = new float[spectra.Numbers];
        var scratch = new float[transform.Bins];
        float[] own = spectra.OfTarget(target);
        int half = transform.UnitLength / 2;
        (int Lag, double Square) best = (0, 0);
        foreach (int unit in table.UnitsOf(target)[..Math.Min(Candidates, table.CountOf(target))])
        {
            LagProducts.Product(own, spectra.OfCorpus(unit), product, scratch);
            Array.Clear(re);
            Array.Clear(im);
            product.AsSpan(0, transform.Bins).CopyTo(re.AsSpan(transform.FirstBin));
            product.AsSpan(transform.Bins).CopyTo(im.AsSpan(transform.FirstBin));
            fft.Inverse(re, im, re, im);
            for (int lag = -half; lag <= half; lag++)
            {
                int at = lag < 0 ? lag + fft.Length : lag;
                double square = (((double)re[at] * re[at]) + ((double)im[at] * im[at])) * fft.Length * fft.Length;
                if (square > best.Square)
                    best = (lag, square);
            }
        }

        return (best.Lag, best.Square * best.Square);
    }
}
