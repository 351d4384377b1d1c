namespace Cymatic.Signal.Tests;

public sealed class SupportVectorClassifierTests
{
    private static readonly SupportVectorOptions Options = new() { Gamma = 2, Penalty = 1 };

    // Both searches end within 1e-3 of the optimum.
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(6)]
    public void Decisions_are_scikit_learns(int t)
    {
        Npy points = Golden.Array("svc_X"), expected = Golden.Array($"svc_decision_t{t}");
        bool[] positive = [.. Golden.Array("svc_Y").Integers.Select(label => label == 1)];
        double[] weights = [.. Enumerable.Range(0, positive.Length).Select(i => Math.Clamp((t * t) + 10.0 - i, 0, 1))];
        var classifier = SupportVectorClassifier.Fit(new(points.Floats, 2), positive, weights, Options);
        int columns = expected.Shape[1], rows = expected.Shape[0];
        double[] decisions = [.. Enumerable.Range(0, rows * columns).Select(i =>
            classifier.Decide([(float)(-2 + (5.0 * (i % columns) / (columns - 1))), (float)(-1 + (3.0 * (i / columns) / (rows - 1)))]))];
        Near.Same(expected.Doubles, decisions, 2e-3);
    }

    [Fact]
    public void Two_points_are_parted_in_their_middle()
    {
        var classifier = SupportVectorClassifier.Fit(new([-1, 1], 1), [false, true], options: Options);
        Assert.Equal(0, classifier.Decide([0]), 1e-9);
        Assert.True(classifier.Decide([0.5f]) > 0 && classifier.Decide([-0.5f]) < 0);
    }

    [Fact]
    public void A_weight_of_zero_leaves_an_observation_out()
    {
        DenseMatrix three = new([-1, 1, 0.2f], 1), two = new([-1, 1], 1);
        var without = SupportVectorClassifier.Fit(two, [false, true], options: Options);
        var with = SupportVectorClassifier.Fit(three, [false, true, false], [1, 1, 0], Options);
        Assert.Equal(0, with.Coefficients[2]);
        Assert.Equal(without.Decide([0.4f]), with.Decide([0.4f]), 1e-12);
    }

    [Fact]
    public void Coefficients_keep_the_limits_and_sum_to_zero()
    {
        var random = new Random(4);
        DenseMatrix points = DenseMatrix.From(60, 3, (_, _) => random.NextDouble());
        bool[] positive = [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() < 0.5)];
        var classifier = SupportVectorClassifier.Fit(points, positive, options: Options with { Penalty = 0.7 });
        Assert.Equal(0, classifier.Coefficients.Sum(), 1e-9);
        Assert.All(classifier.Coefficients.Zip(positive), pair => Assert.InRange(pair.Second ? pair.First : -pair.First, 0, 0.7));
    }

    [Fact]
    public void What_cannot_be_learned_is_refused()
    {
        DenseMatrix points = new([-1, 1], 1);
        Assert.Throws<ArgumentException>(() => SupportVectorClassifier.Fit(points, [true, true]));
        Assert.Throws<ArgumentException>(() => SupportVectorClassifier.Fit(points, [true, false], [1, 0]));
        Assert.Throws<ArgumentException>(() => SupportVectorClassifier.Fit(points, [true, false], [1, double.NaN]));
        Assert.Throws<ArgumentException>(() => SupportVectorClassifier.Fit(points, [true]));
        Assert.Throws<ArgumentException>(() => SupportVectorClassifier.Fit(new([1, float.NaN], 1), [true, false]));
        Assert.Throws<ArgumentException>(() => SupportVectorClassifier.Fit(points, [true, false]).Decide([1, 2]));
    }
}
