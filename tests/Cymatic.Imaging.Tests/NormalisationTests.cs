namespace Cymatic.Imaging.Tests;

public sealed class NormalisationTests
{
    public static TheoryData<Normalisation> All =>
    [
        Normalisation.Linear, Normalisation.Log, Normalisation.Symlog(2), Normalisation.Power(0.5), Normalisation.Centred(3),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public void A_position_leads_back_to_its_number(Normalisation normalisation)
    {
        Normalisation fitted = normalisation.Fit(0.5, 80);
        foreach (double value in (double[])[0.5, 1, 7, 80])
            Assert.Equal(value, fitted.Inverse(fitted.At(value)), 1e-9 * value);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nan_has_no_position(Normalisation normalisation) => Assert.True(double.IsNaN(normalisation.Fit(1, 2).At(double.NaN)));

    [Fact]
    public void Zero_has_no_logarithm() => Assert.True(double.IsNaN(Normalisation.Log.Fit(1, 10).At(0)));

    [Fact]
    public void A_centre_lies_in_the_middle()
    {
        Normalisation centred = Normalisation.Centred().Fit(-1, 4);
        Assert.Equal((0.5, 1, 0.375), (centred.At(0), centred.At(4), centred.At(-1)));
    }

    // As matplotlib's BoundaryNorm([0, 1, 2.5, 5], 256), whose indices are 0, 127 and 255.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.99, 0)]
    [InlineData(1, 0.5)]
    [InlineData(2.5, 1)]
    [InlineData(5, 1)]
    public void Numbers_between_boundaries_have_one_position(double value, double position) =>
        Assert.Equal(position, Normalisation.Boundaries(0, 1, 2.5, 5).At(value));

    [Fact]
    public void Boundaries_rise() =>
        Assert.Contains("2 is followed by 1", Assert.Throws<ArgumentException>(() => Normalisation.Boundaries(0, 2, 1)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void Equal_data_lie_in_the_middle() => Assert.Equal(0.5, Normalisation.Linear.Fit(3, 3).At(3));
}
