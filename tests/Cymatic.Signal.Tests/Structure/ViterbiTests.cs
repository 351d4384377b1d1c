namespace Cymatic.Signal.Tests;

public sealed class ViterbiTests
{
    /// <remarks>The example of Wikipedia's page on the algorithm, which librosa's documentation uses as well.</remarks>
    [Fact]
    public void The_ill_patient_was_healthy_for_two_days()
    {
        // Normal, cold, dizzy: probabilities in the states healthy and fever.
        var observations = new DenseMatrix([0.5f, 0.1f, 0.4f, 0.3f, 0.1f, 0.6f], 2);
        var transitions = new DenseMatrix([0.7f, 0.3f, 0.4f, 0.6f], 2);
        Assert.Equal([0, 0, 1], Viterbi.Decode(observations, transitions, [0.6f, 0.4f]));
    }

    [Fact]
    public void Every_path_is_at_most_as_likely()
    {
        var random = new Random(2);
        DenseMatrix observations = DenseMatrix.From(6, 3, (_, _) => random.NextDouble());
        DenseMatrix transitions = new([0.5f, 0.3f, 0.2f, 0.1f, 0.8f, 0.1f, 0.3f, 0.3f, 0.4f], 3);
        double best = Enumerable.Range(0, 729).Max(i => Likelihood([.. Enumerable.Range(0, 6).Select(t => i / (int)Math.Pow(3, t) % 3)]));
        Assert.Equal(best, Likelihood(Viterbi.Decode(observations, transitions)), 1e-9);

        double Likelihood(int[] path) => path.Select((s, t) => observations[t, s] * (t == 0
            ? 1 / 3.0 : transitions[path[t - 1], s])).Aggregate(1.0, (a, b) => a * b);
    }

    [Fact]
    public void Rows_that_are_no_distribution_are_refused() =>
        Assert.Throws<ArgumentException>(() => Viterbi.Decode(new([1, 0], 2), new([0.5f, 0.4f, 0, 1], 2)));
}
