namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class ToneCurveTests
{
    [Fact]
    public void A_curve_changes_each_channel_by_its_table()
    {
        using Frame frame = Pictures.Random(67, 5, 1, opaque: true), before = Pictures.Random(67, 5, 1, opaque: true);
        var curve = new ToneCurve(ToneCurve.Invert.Red, ToneCurve.Gamma(2).Green, ToneCurve.Multiply(0.5).Blue);
        frame.Apply(curve);
        for (int y = 0; y < 5; y++)
        {
            for (int x = 0; x < 67; x++)
            {
                ReadOnlySpan<byte> old = before.Row(y).Slice(4 * x, 4), now = frame.Row(y).Slice(4 * x, 4);
                Assert.Equal([curve.Blue[old[0]], curve.Green[old[1]], curve.Red[old[2]], 255], now.ToArray());
            }
        }
    }

    [Fact]
    public void Inverting_twice_changes_nothing()
    {
        using Frame frame = Pictures.Random(50, 20, 3, opaque: true), before = Pictures.Random(50, 20, 3, opaque: true);
        frame.Apply(ToneCurve.Invert);
        frame.Apply(ToneCurve.Invert);
        Assert.Equal(0, Pictures.Difference(before, frame));
    }

    [Fact]
    public void Straight_colours_of_translucent_pixels_are_looked_up()
    {
        using Frame frame = Letters.Frame("rgbwk.");
        frame.Apply(ToneCurve.Invert);
        Assert.Equal([0x80008080u, 0x80800080u, 0x80808000u, 0x80000000u, 0x80808080u, 0u], frame.PixelRow(0).ToArray());
    }

    [Fact]
    public void No_curve_leaves_colour_above_alpha()
    {
        using Frame frame = Pictures.Random(70, 20, 4);
        frame.Apply(ToneCurve.Multiply(3));
        Assert.True(Pictures.IsPremultiplied(frame));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 130)]
    [InlineData(200, 255)]
    public void LumContrast_adds_light_and_stretches_about_its_threshold(int before, int after) =>
        Assert.Equal(after, ToneCurve.LumContrast(-10, 0.5, 20).Red[before]);

    [Fact]
    public void Gamma_of_one_half_is_the_root() => Assert.Equal(128, ToneCurve.Gamma(0.5).Red[64]);

    [Fact]
    public void The_inverse_logarithm_undoes_the_logarithm_within_1()
    {
        ToneCurve both = ToneCurve.Log().Then(ToneCurve.Log(inverse: true));
        for (int x = 0; x < 256; x++)
            Assert.InRange(both.Red[x], x - 1, x + 1);
    }

    [Fact]
    public void A_logarithm_is_scikit_images_of_bytes_within_1()
    {
        int[] expected = Pictures.Array("scikit-image-0.19.3", "u8_adjust_log").Integers;
        for (int x = 0; x < 256; x++)
            Assert.InRange(ToneCurve.Log().Red[x], expected[x], expected[x] + 1);
    }

    [Fact]
    public void A_gamma_is_scikit_images_of_bytes_within_1()
    {
        int[] expected = Pictures.Array("scikit-image-0.19.3", "u8_adjust_gamma").Integers;
        for (int x = 0; x < 256; x++)
            Assert.InRange(ToneCurve.Gamma(1.8, 0.9).Red[x], expected[x], expected[x] + 1);
    }

    [Fact]
    public void Rescaling_stretches_a_range_and_limits_the_rest()
    {
        ReadOnlySpan<byte> table = ToneCurve.Rescale((51 / 255.0, 204 / 255.0), (0, 1)).Red;
        Assert.Equal([0, 0, 128, 255, 255], new[] { table[0], table[51], table[128], table[204], table[255] }.Select(x => (int)x));
    }

    [Fact]
    public void A_function_without_a_value_is_refused() => Assert.Throws<ArgumentException>(() => ToneCurve.From(_ => double.NaN));

    [Fact]
    public void An_empty_range_is_refused() => Assert.Throws<ArgumentException>(() => ToneCurve.Rescale((0.5, 0.5), (0, 1)));

    [Fact]
    public void Applying_allocates_nothing()
    {
        using Frame frame = Pictures.Random(61, 17, 1);
        Assert.Equal(0, Pictures.Allocated(() => frame.Apply(ToneCurve.Invert)));
    }
}
