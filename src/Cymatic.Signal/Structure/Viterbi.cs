using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The likeliest sequence of hidden states.</summary>
/// <remarks>Rabiner, Proceedings of the IEEE 77(2), 1989. Equals librosa 0.11's viterbi: probabilities of zero count as 2⁻¹⁰²².</remarks>
public static class Viterbi
{
    private const double Least = 2.2250738585072014e-308;

    /// <summary>A state for each step.</summary>
    /// <param name="observations">Steps × states: how likely what was observed is in each state, 0 to 1.</param>
    /// <param name="transitions">States × states: how likely a state is followed by another; rows sum to one.</param>
    /// <param name="initial">How likely each state is the first; empty: all alike.</param>
    /// <exception cref="ArgumentException">Sizes that do not fit, or numbers that are no probabilities.</exception>
    public static int[] Decode(DenseMatrix observations, DenseMatrix transitions, ReadOnlySpan<float> initial = default)
    {
        Check(observations, transitions, initial);
        int steps = observations.Rows, states = observations.Columns;
        double[][] into = [.. Enumerable.Range(0,
            states).Select(to => Logarithms(Enumerable.Range(0, states).Select(from => transitions[from, to])))];
        double[] values = initial.IsEmpty ? [.. Enumerable.Repeat(Math.Log(1.0 / states), states)] : Logarithms(initial.ToArray());
        double[] next = new double[states], ways = new double[states];
        var from = new int[steps * states];
        TensorPrimitives.Add(values, Logarithms(observations[0].ToArray()), values);
        for (int t = 1; t < steps; t++)
        {
            for (int to = 0; to < states; to++)
            {
                TensorPrimitives.Add(values, into[to], ways);
                int best = TensorPrimitives.IndexOfMax<double>(ways);
                (from[(t * states) + to], next[to]) = (best, ways[best]);
            }

            TensorPrimitives.Add(next, Logarithms(observations[t].ToArray()), values);
        }

        var path = new int[steps];
        path[^1] = TensorPrimitives.IndexOfMax<double>(values);
        for (int t = steps - 1; t > 0; t--)
            path[t - 1] = from[(t * states) + path[t]];
        return path;
    }

    private static double[] Logarithms(IEnumerable<float> probabilities) => [.. probabilities.Select(p => Math.Log(p + Least))];

    private static void Check(DenseMatrix observations, DenseMatrix transitions, ReadOnlySpan<float> initial)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentNullException.ThrowIfNull(transitions);
        observations.Check(nameof(observations));
        int states = observations.Columns;
        if (transitions.Rows != states || transitions.Columns != states)
            throw new ArgumentException(
                $"{states} states have no transitions of {transitions.Rows} × {transitions.Columns}.", nameof(transitions));
        if (!initial.IsEmpty && initial.Length != states)
            throw new ArgumentException($"{initial.Length} initial probabilities are not for {states} states.", nameof(initial));
        if (!observations.Values.All(p => p is >= 0 and <= 1))
            throw new ArgumentException(
                $"The probabilities of {observations.Rows} steps in {states} states must lie from 0 to 1.", nameof(observations));
        for (int row = 0; row < states; row++)
        {
            if (TensorPrimitives.Min(transitions[row]) < 0 || Math.Abs(TensorPrimitives.Sum(transitions[row]) - 1) > 1e-5)
                throw new ArgumentException(
                    $"Row {row} of {states} transitions is no distribution: it must not be negative and sum to 1.", nameof(transitions));
        }
    }
}
