namespace Cymatic.Mosaic;

/// <summary>How much each bin counts when phases of target and units are compared: as much as it stands above the target's noise.</summary>
/// <remarks>
/// W = max(P−N, 0.001·P) / (N + 0.1·P), with P the mean power of the target and N, its noise, 1.3 times the tenth part of its powers over
/// time. Target and unit are each whitened by their own mean power: what equalisation did between the two is gone.
/// </remarks>
internal sealed class PhaseWeights
{
    private const int MostUnits = 1000;
    private const double Quantile = 0.1, NoiseFactor = 1.3, Least = 0.001, OwnNoise = 0.1;

    private readonly PhaseTransform _transform;
    private readonly double[] _weights;
    private readonly Lazy<float[]>[] _ofSource;

    public PhaseWeights(PhaseTransform transform, UnitSound target, Corpus corpus, CancellationToken cancel)
    {
        _transform = transform;
        double[][] powers = Powers(transform, target, cancel);
        double[] mean = Mean(powers);
        _weights = new double[mean.Length];
        for (int k = 0; k < mean.Length; k++)
        {
            double[] sorted = [.. powers.Select(power => power[k]).Order()];
            double noise = NoiseFactor * sorted[(int)(Quantile * (sorted.Length - 1))];
            double under = noise + (OwnNoise * mean[k]);
            _weights[k] = under > 0 ? Math.Max(mean[k] - noise, Least * mean[k]) / under : 0;
        }

        OfTarget = Root(mean);
        _ofSource = [.. corpus.Sources.Select(source => new Lazy<float[]>(() => Root(Mean(Powers(transform, source.Sound, cancel)))))];
    }

    /// <summary>Factors of the target's bins: √(W/P).</summary>
    public float[] OfTarget { get; }

    /// <summary>Factors of the bins of a source's units.</summary>
    public float[] OfSource(int source) => _ofSource[source].Value;

    private static double[][] Powers(PhaseTransform transform, UnitSound sound, CancellationToken cancel)
    {
        int count = Math.Min(sound.Count, MostUnits);
        var powers = new double[count][];
        UnitBlocks.Run(count, (first, units) =>
        {
            float[] samples = new float[transform.UnitLength], spectrum = new float[2 * transform.Bins];
            for (int i = first; i < first + units; i++)
            {
                sound.Read((int)((long)sound.Count * i / count), samples);
                transform.Run(samples, spectrum);
                transform.SmoothPower(spectrum, powers[i] = new double[transform.Bins]);
            }
        }, cancel, block: 32);
        return powers;
    }

    private static double[] Mean(double[][] powers)
    {
        var mean = new double[powers[0].Length];
        foreach (double[] power in powers)
            System.Numerics.Tensors.TensorPrimitives.Add(mean, power, mean);
        System.Numerics.Tensors.TensorPrimitives.Divide(mean, powers.Length, mean);
        return mean;
    }

    private float[] Root(double[] power)
    {
        double floor = (1e-10 * power.Max()) + 1e-30;
        return [.. power.Select((p, k) => (float)Math.Sqrt(_weights[k] / Math.Max(p, floor)))];
    }
}
