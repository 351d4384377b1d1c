using System.Numerics;

namespace Cymatic.Signal;

/// <summary>The likeliest path through steps of pitch, voiced (first half of the states) and unvoiced (second half).</summary>
/// <remarks>
/// Viterbi with transitions that are a triangle around each step times the probability to switch: the maximum over voices is taken
/// before that over steps. A transition of probability zero counts as one of 2⁻¹⁰²², as in librosa, so that there is always a path.
/// </remarks>
internal sealed class PitchPath
{
    private static readonly double Never = Math.Log(2.2250738585072014e-308);
    private readonly int _bins, _reach;
    private readonly double[] _weights, _rowSums;
    private readonly double _stay, _switch;

    public PitchPath(int bins, int reach, double switchProbability)
    {
        (_bins, _reach) = (bins, reach);
        (_stay, _switch) = (Log(1 - switchProbability), Log(switchProbability));
        double[] triangle = [.. Enumerable.Range(-reach, (2 * reach) + 1).Select(d => (reach + 1.0 - Math.Abs(d)) / (reach + 1))];
        _weights = [.. triangle.Select(w => Math.Log(w))];
        _rowSums = new double[bins];
        for (int bin = 0; bin < bins; bin++)
        {
            double sum = 0;
            for (int d = Math.Max(-reach, -bin); d <= Math.Min(reach, bins - 1 - bin); d++)
                sum += triangle[d + reach];
            _rowSums[bin] = Math.Log(sum);
        }
    }

    /// <summary>A state for each frame: a step, plus the number of steps where there is no voice.</summary>
    public int[] Decode((int Bin, double Probability)[][] observed, CancellationToken cancel)
    {
        var states = new int[observed.Length];
        if (observed.Length == 0)
            return states;
        int padded = _bins + (2 * _reach) + Vector<double>.Count;
        double[] values = new double[2 * _bins], reached = new double[padded], best = new double[padded], places = new double[padded];
        var sources = new bool[_bins];
        var from = new ushort[observed.Length][];
        double start = Math.Log(1.0 / (2 * _bins));
        Array.Fill(values, start);
        Observe(observed[0], values);
        for (int t = 1; t < observed.Length; t++)
        {
            cancel.ThrowIfCancellationRequested();
            from[t] = new ushort[2 * _bins];
            Step(values, from[t], (reached, best, places, sources));
            Observe(observed[t], values);
        }

        states[^1] = IndexOfLargest(values);
        for (int t = observed.Length - 1; t > 0; t--)
            states[t - 1] = from[t][states[t]];
        return states;
    }

    private void Step(double[] values, ushort[] from, (double[] Reached, double[] Best, double[] Places, bool[] Sources) work)
    {
        int top = IndexOfLargest(values);
        double anywhere = values[top] + Never;
        double[] before = [.. values];
        for (int voice = 0; voice < 2; voice++)
        {
            Array.Fill(work.Reached, double.NegativeInfinity);
            for (int bin = 0; bin < _bins; bin++)
            {
                double voiced = before[bin] + (voice == 0 ? _stay : _switch), unvoiced = before[bin + _bins] + (voice == 1
                    ? _stay : _switch);
                work.Sources[bin] = unvoiced > voiced;
                work.Reached[bin + _reach] = Math.Max(voiced, unvoiced) - _rowSums[bin];
            }

            Spread(work.Reached, work.Best, work.Places);
            for (int bin = 0; bin < _bins; bin++)
            {
                bool jumps = anywhere > work.Best[bin];
                int source = bin + (int)work.Places[bin] - _reach;
                values[(voice * _bins) + bin] = jumps ? anywhere : work.Best[bin];
                from[(voice * _bins) + bin] = (ushort)(jumps ? top : source + (work.Sources[Math.Clamp(source, 0, _bins - 1)] ? _bins : 0));
            }
        }
    }

    /// <summary>For each step the largest of its neighbours' values plus the transition's weight, and which neighbour.</summary>
    private void Spread(double[] reached, double[] best, double[] places)
    {
        for (int bin = 0; bin < _bins; bin += Vector<double>.Count)
        {
            Vector<double> largest = new(double.NegativeInfinity), place = Vector<double>.Zero;
            for (int d = 0; d < _weights.Length; d++)
            {
                Vector<double> candidate = new Vector<double>(reached, bin + d) + new Vector<double>(_weights[d]);
                var larger = Vector.GreaterThan(candidate, largest);
                largest = Vector.ConditionalSelect(larger, candidate, largest);
                place = Vector.ConditionalSelect(larger, new Vector<double>((double)d), place);
            }

            largest.CopyTo(best, bin);
            place.CopyTo(places, bin);
        }
    }

    /// <summary>Adds the logarithms of the probabilities of what was observed.</summary>
    private void Observe((int Bin, double Probability)[] observed, double[] values)
    {
        double unvoiced = Log((1 - PitchCandidates.Voiced(observed)) / _bins);
        foreach ((int bin, double probability) in observed)
            values[bin] += Log(probability) - Never;
        for (int bin = 0; bin < _bins; bin++)
        {
            values[bin] += Never;
            values[_bins + bin] += unvoiced;
        }
    }

    private static double Log(double probability) => probability > 0 ? Math.Log(probability) : Never;

    private static int IndexOfLargest(double[] values) => System.Numerics.Tensors.TensorPrimitives.IndexOfMax<double>(values);
}
