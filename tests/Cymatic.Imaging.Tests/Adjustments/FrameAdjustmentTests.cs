namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class FrameAdjustmentTests
{
    // MoviePy cuts off where this rounds.
    [Fact]
    public void Black_and_white_is_MoviePys_within_1()
    {
        using Frame frame = Pictures.Read("", "image_rgb"), expected = Pictures.Read("moviepy-2.2.1", "mpy_blackwhite");
        frame.Desaturate(LumaWeights.Mean);
        Assert.InRange(Pictures.Difference(expected, frame), 0, 1);
    }

    [Fact]
    public void Grey_stays_exactly_that_grey()
    {
        using Frame frame = Letters.Frame("WKwk.WKwk.WKwk.");
        frame.Desaturate(LumaWeights.Bt709);
        Assert.Equal("WKwk.WKwk.WKwk.", Letters.Read(frame));
    }

    [Fact]
    public void Weights_that_make_no_grey_are_refused()
    {
        using Frame frame = Letters.Frame("W");
        Assert.Throws<ArgumentException>(() => frame.Desaturate(new LumaWeights(0, 0, 0)));
        Assert.Throws<ArgumentException>(() => frame.Desaturate(new LumaWeights(1, -1, 1)));
    }

    [Fact]
    public void Half_faded_is_half_transparent()
    {
        using Frame frame = Letters.Frame("RGBWK.RGBWK.RGBWK.");
        frame.Fade(128 / 255.0);
        Assert.Equal("rgbwk.rgbwk.rgbwk.", Letters.Read(frame));
    }

    [Fact]
    public void Fading_to_a_colour_keeps_what_is_transparent()
    {
        using Frame frame = Letters.Frame("RGBWK.rk");
        frame.FadeTo(new Color(0, 0, 1), 1);
        Assert.Equal("BBBBB.bb", Letters.Read(frame));
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void Fading_to_a_colour_is_linear_within_1(double amount)
    {
        using Frame frame = Pictures.Random(67, 3, 1), before = Pictures.Random(67, 3, 1);
        frame.FadeTo(Color.FromBytes(200, 100, 50), amount);
        byte[] colour = [50, 100, 200, 255];
        for (int i = 0; i < 67 * 4; i++)
        {
            double expected = ((1 - amount) * before.Row(1)[i]) + (amount * colour[i & 3] * before.Row(1)[i | 3] / 255.0);
            Assert.InRange(frame.Row(1)[i], expected - 1.01, expected + 1.01);
        }

        Assert.True(Pictures.IsPremultiplied(frame));
    }

    [Fact]
    public void An_amount_outside_0_to_1_is_refused()
    {
        using Frame frame = Letters.Frame("W");
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Fade(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.FadeTo(Color.Black, double.NaN));
    }

    [Fact]
    public void No_saturation_is_grey()
    {
        using Frame frame = Letters.Frame("RRRRRRRRRR");
        frame.Apply(ColorMatrix.Saturation(0));
        Assert.All(frame.PixelRow(0).ToArray(), pixel => Assert.Equal(0xFF363636u, pixel));
    }

    [Fact]
    public void A_whole_turn_of_hues_changes_nothing()
    {
        using Frame frame = Pictures.Random(67, 3, 1), before = Pictures.Random(67, 3, 1);
        frame.Apply(ColorMatrix.HueRotation(Math.Tau));
        Assert.Equal(0, Pictures.Difference(before, frame));
    }

    [Fact]
    public void Two_matrices_as_one_do_the_same_within_1()
    {
        using Frame one = Pictures.Random(67, 3, 1), other = Pictures.Random(67, 3, 1);
        ColorMatrix first = ColorMatrix.Saturation(0.6), second = ColorMatrix.Brightness(0.01);
        one.Apply(first);
        one.Apply(second);
        other.Apply(first.Then(second));
        Assert.InRange(Pictures.Difference(one, other), 0, 1);
    }

    [Fact]
    public void Brightness_lifts_by_alpha()
    {
        using Frame frame = Letters.Frame("Kk.");
        frame.Apply(ColorMatrix.Brightness(1));
        Assert.Equal("Ww.", Letters.Read(frame));
    }
}
