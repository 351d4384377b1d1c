namespace Cymatic.Media.Tests;

public sealed class FrameRateTests
{
    [Theory]
    [InlineData(25, 25, 1)]
    [InlineData(27.5642, 137821, 5000)]
    [InlineData(1000.0 / 37, 1000, 37)]
    [InlineData(12.5, 25, 2)]
    [InlineData(0.1, 1, 10)]
    [InlineData(29.97, 30000, 1001)]
    [InlineData(23.976, 24000, 1001)]
    [InlineData(23.98, 1199, 50)]
    [InlineData(59.94, 60000, 1001)]
    [InlineData(14.985, 2997, 200)]
    public void A_number_becomes_the_fraction_that_it_means(double value, int num, int den) =>
        Assert.Equal(new FrameRate(num, den), FrameRate.FromDouble(value));

    [Fact]
    public void Every_small_fraction_survives_its_number()
    {
        for (int den = 1; den < 60; den++)
        {
            for (int num = 1; num < 400; num++)
            {
                FrameRate rate = FrameRate.FromDouble((double)num / den);
                Assert.Equal((long)num * rate.Den, (long)rate.Num * den);
            }
        }
    }

    [Theory]
    [InlineData("25", 25, 1)]
    [InlineData("24000/1001", 24000, 1001)]
    [InlineData("27.5642", 137821, 5000)]
    public void A_rate_is_read_as_it_is_written(string text, int num, int den) =>
        Assert.Equal(new FrameRate(num, den), FrameRate.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("1/0")]
    [InlineData("a/b")]
    [InlineData("NaN")]
    [InlineData("1/2/3")]
    public void What_is_no_rate_is_refused(string text) => Assert.Throws<FormatException>(() => FrameRate.Parse(text));
}
