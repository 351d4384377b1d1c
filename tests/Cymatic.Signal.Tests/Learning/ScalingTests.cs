namespace Cymatic.Signal.Tests;

/// <remarks>Numbers of scikit-learn 1.2.1 for the same six observations.</remarks>
public sealed class ScalingTests
{
    private static readonly DenseMatrix Observations = new([2.5f, 2.4f, 1, 0.5f, 0.7f, 0, 2.2f, 2.9f, 4, 1.9f, 2.2f, -1, 3.1f, 3, 2, 2.3f,
        2.7f, 9], 3);

    [Fact]
    public void Scaling_is_scikit_learns()
    {
        Near.Same([0.769230769, 0.739130435, 0.2], Scaling.MinMax(Observations).Apply(Observations)[0].ToArray(), 1e-6);
        Near.Same([0.522994241, 0.10775762, -0.453989945], Scaling.Standard(Observations).Apply(Observations)[0].ToArray(), 1e-6);
        Near.Same([0.526315789, -0.25, -0.153846154], Scaling.Robust(Observations).Apply(Observations)[0].ToArray(), 1e-6);
    }

    [Fact]
    public void Scaled_and_back_is_the_same()
    {
        Scaling scaling = Scaling.Standard(Observations);
        Near.Same([.. Observations.Values.Select(v => (double)v)], scaling.Undo(scaling.Apply(Observations)).Values, 1e-6);
    }

    [Fact]
    public void A_constant_feature_becomes_zero() =>
        Assert.All(Scaling.Standard(new([3, 3, 3], 1)).Apply(new([3, 3], 1)).Values, v => Assert.Equal(0, v));

    [Fact]
    public void Components_are_scikit_learns()
    {
        PrincipalComponents components = PrincipalComponents.Of(Observations, 2);
        Near.Same([13.365482054, 1.178329372], [.. components.Variances], 1e-6);
        Near.Same([0.085833649, 0.119656989, 0.989097968], [.. components.Directions[0].Select(Math.Abs)], 1e-6);
        Near.Same([0.74126184, 0.655665058, 0.143646151], [.. components.Directions[1].Select(Math.Abs)], 1e-6);
    }

    [Fact]
    public void Components_of_few_observations_are_those_of_many_features()
    {
        var random = new Random(6);
        DenseMatrix wide = DenseMatrix.From(5, 40, (_, _) => random.NextDouble());
        DenseMatrix along = PrincipalComponents.Of(wide, 4).Apply(wide);
        for (int i = 0; i < 5; i++)
        {
            double Squared(DenseMatrix m) => Enumerable.Range(0, m.Columns).Sum(c => Math.Pow(m[i, c] - m[0, c], 2));
            Assert.Equal(Squared(wide), Squared(along), 1e-5);
        }
    }

    [Fact]
    public void Silhouettes_are_scikit_learns() => Near.Same([0.10983379, 0.414056834, 0.471086239, 0.346846534, 0.521883942, 0.0],
        Silhouette.Of(Observations, [0, 1, 0, 1, 0, 2]), 1e-6);

    [Fact]
    public void One_cluster_has_no_silhouette() => Assert.Throws<ArgumentException>(() => Silhouette.Of(Observations, [4, 4, 4, 4, 4, 4]));

    [Fact]
    public void One_observation_has_no_components() => Assert.Throws<ArgumentException>(() => PrincipalComponents.Of(new([1, 2], 2), 1));
}
