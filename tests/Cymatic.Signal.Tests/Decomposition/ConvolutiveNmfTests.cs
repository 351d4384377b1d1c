namespace Cymatic.Signal.Tests;

public sealed class ConvolutiveNmfTests
{
    private const int Rows = 40, Columns = 13;

    [Fact]
    public void The_divergence_never_rises()
    {
        float[] values = Matrix(1, Rows * Columns);
        double last = double.PositiveInfinity;
        for (int iterations = 1; iterations <= 60; iterations++)
        {
            double divergence = ConvolutiveNmf.Factorise(values, Columns, Options(iterations) with { Seed = 3 }).Divergence;
            Assert.InRange(divergence, 0, last * (1 + 1e-5));
            last = divergence;
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_sum_of_shifted_templates_is_explained(int seed)
    {
        (float[] values, _) = Planted();
        double first = ConvolutiveNmf.Factorise(values, Columns, Options(1) with { Seed = seed }).Divergence;
        double divergence = ConvolutiveNmf.Factorise(values, Columns, Options(600) with { Seed = seed }).Divergence;
        Assert.InRange(divergence, 0, 0.1 * first);
    }

    [Fact]
    public void Known_templates_are_found_where_they_start()
    {
        (float[] values, float[] templates) = Planted();
        ConvolutiveFactors found = ConvolutiveNmf.Activations(values, Columns, templates, Options(300));
        Assert.Equal(1f, found.Activations[2 * 2], 0.02f);
        Assert.Equal(1f, found.Activations[4 * 2 + 1], 0.02f);
        Assert.Equal(0f, found.Activations[3 * 2], 0.02f);
    }

    [Fact]
    public void Templates_that_are_known_stay()
    {
        (float[] values, float[] templates) = Planted();
        Assert.Equal(templates, ConvolutiveNmf.Activations(values, Columns, templates, Options(20)).Templates);
    }

    [Fact]
    public void Silence_has_no_activations() =>
        Assert.All(ConvolutiveNmf.Factorise(new float[Rows * Columns], Columns, Options(5)).Activations, a => Assert.Equal(0f, a, 1e-6f));

    [Fact]
    public void A_negative_number_is_refused() =>
        Assert.Equal("values", Assert.Throws<ArgumentException>(() => ConvolutiveNmf.Factorise([1, -1], 2)).ParamName);

    [Fact]
    public void Templates_of_another_size_are_refused() => Assert.Equal(
        "templates", Assert.Throws<ArgumentException>(() => ConvolutiveNmf.Activations([1, 1], 2, [1], Options(1))).ParamName);

    private static ConvolutiveOptions Options(int iterations) => new() { Components = 2, TemplateRows = 5, Iterations = iterations };

    private static float[] Matrix(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
    }

    // Two templates of five rows, each of which plays several times, also over the other.
    private static (float[] Values, float[] Templates) Planted()
    {
        float[] templates = Matrix(7, 2 * 5 * Columns), values = new float[Rows * Columns];
        foreach ((int start, int k) in new[] { (2, 0), (4, 1), (12, 0), (19, 1), (25, 0), (25, 1), (32, 0), (34, 1) })
        {
            for (int i = 0; i < 5 * Columns; i++)
                values[start * Columns + i] += templates[k * 5 * Columns + i];
        }

        return (values, templates);
    }
}
