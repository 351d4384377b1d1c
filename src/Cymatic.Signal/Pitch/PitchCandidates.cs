namespace Cymatic.Signal;

/// <summary>Pitches that a frame may have, with probabilities, from the troughs of its difference.</summary>
/// <remarks>Mauch and Dixon, ICASSP 2014, section 2.1: a Beta(2, 18) prior of thresholds, earlier troughs likelier (Boltzmann, as in
/// librosa).</remarks>
internal sealed class PitchCandidates
{
    private const int Thresholds = 100;
    private const double NoTrough = 0.01, Decay = 2;
    private static readonly double[] Prior = [.. Enumerable.Range(0, Thresholds).Select(i =>
        Beta((i + 1.0) / Thresholds) - Beta((double)i / Thresholds))];
    private readonly PitchOptions _options;
    private readonly int _perSemitone, _sampleRate;

    public PitchCandidates(PitchOptions options, int sampleRate)
    {
        (_options, _sampleRate, _perSemitone) = (options, sampleRate, (int)Math.Ceiling(1 / options.Resolution));
        Bins = (int)Math.Floor(12 * _perSemitone * Math.Log2(options.HighestHz / options.LowestHz)) + 1;
        Neighbours = (int)Math.Round(options.FastestChange * 12 * options.HopLength / sampleRate,
            MidpointRounding.ToEven) * _perSemitone / 2;
    }

    /// <summary>Steps of pitch.</summary>
    public int Bins { get; }

    /// <summary>Steps up or down that pitch may take in a frame.</summary>
    public int Neighbours { get; }

    /// <summary>The frequency of a step.</summary>
    public double Hz(int bin) => _options.LowestHz * Math.Pow(2, bin / (12.0 * _perSemitone));

    /// <summary>Steps and probabilities; a step stands there once.</summary>
    public (int Bin, double Probability)[] Of(ReadOnlySpan<float> difference, YinDifference yin)
    {
        var troughs = new List<(int At, float Height)>();
        for (int at = 0; at < difference.Length; at++)
        {
            if (YinDifference.IsTrough(difference, at))
                troughs.Add((at, difference[at]));
        }

        double[] probabilities = Probabilities(troughs);
        var byBin = new Dictionary<int, double>();
        for (int i = 0; i < troughs.Count; i++)
        {
            if (probabilities[i] == 0)
                continue;
            double steps = 12 * _perSemitone * Math.Log2(_sampleRate / yin.Period(difference, troughs[i].At) / _options.LowestHz);
            int bin = (int)Math.Clamp(Math.Round(steps, MidpointRounding.ToEven), 0, Bins);
            if (bin < Bins)
                byBin[bin] = probabilities[i];
        }

        return [.. byBin.Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>The probability that there is a pitch at all.</summary>
    public static double Voiced((int Bin, double Probability)[] candidates) => Math.Clamp(candidates.Sum(c => c.Probability), 0, 1);

    private static double[] Probabilities(List<(int At, float Height)> troughs)
    {
        var probabilities = new double[troughs.Count];
        if (troughs.Count == 0)
            return probabilities;
        int deepest = 0, below = 0;
        for (int i = 1; i < troughs.Count; i++)
            deepest = troughs[i].Height < troughs[deepest].Height ? i : deepest;
        for (int t = 0; t < Thresholds; t++)
        {
            double threshold = (t + 1.0) / Thresholds;
            int count = troughs.Count(trough => trough.Height < threshold), rank = 0;
            below += troughs[deepest].Height < threshold ? 0 : 1;
            double scale = Prior[t] * (1 - Math.Exp(-Decay)) / (1 - Math.Exp(-Decay * count));
            for (int i = 0; i < troughs.Count && rank < count; i++)
            {
                if (troughs[i].Height < threshold)
                    probabilities[i] += scale * Math.Exp(-Decay * rank++);
            }
        }

        probabilities[deepest] += NoTrough * Prior.Take(below).Sum();
        return probabilities;
    }

    /// <summary>The distribution function of Beta(2, 18).</summary>
    private static double Beta(double x) => 1 - (Math.Pow(1 - x, 18) * (1 + (18 * x)));
}
