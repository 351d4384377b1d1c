namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class BlendOptionsTests
{
    [Fact]
    public void Plain_options_blend_as_no_options()
    {
        using Frame source = Pictures.Random(61, 17, 1), one = Pictures.Random(70, 20, 2), other = Pictures.Random(70, 20, 2);
        source.BlendOnto(one, (5, -3), 0.7);
        source.BlendOnto(other, (5.0, -3.0), new BlendOptions { Opacity = 0.7 });
        Assert.Equal(0, Pictures.Difference(one, other));
    }

    [Fact]
    public void Half_a_pixel_to_the_right_shares_between_neighbours()
    {
        using Frame source = Letters.Frame("WW"), target = Letters.Frame("....");
        source.BlendOnto(target, (0.5, 0.0), BlendOptions.Default);
        Assert.Equal("wWw.", Letters.Read(target));
    }

    [Fact]
    public void Half_a_pixel_down_and_left_shares_between_four()
    {
        using Frame source = Letters.Frame("W"), target = Letters.Frame("../..");
        source.BlendOnto(target, (-0.5, 0.5), BlendOptions.Default);
        Assert.Equal([0x40404040u, 0u, 0x40404040u, 0u], [.. target.PixelRow(0), .. target.PixelRow(1)]);
    }

    [Fact]
    public void Moving_by_a_fraction_keeps_the_sum_of_a_picture()
    {
        using Frame source = Pictures.Random(40, 30, 4), target = Frame.Rent(44, 34);
        target.Clear();
        source.BlendOnto(target, (1.3, 1.7), BlendOptions.Default);
        Assert.InRange((double)Sum(target) / Sum(source), 0.999, 1.001);
    }

    [Fact]
    public void A_mask_shows_and_hides()
    {
        using Frame source = Letters.Frame("RRRR"), target = Letters.Frame("BBBB");
        using Plane<byte> mask = Plane.Rent<byte>(4, 1);
        new byte[] { 255, 0, 255, 0 }.CopyTo(mask.Values);
        source.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mask = mask });
        Assert.Equal("RBRB", Letters.Read(target));
    }

    [Fact]
    public void A_mask_of_one_value_is_an_opacity()
    {
        using Frame source = Pictures.Random(61, 5, 1), one = Pictures.Random(61, 5, 2), other = Pictures.Random(61, 5, 2);
        using Plane<byte> mask = Plane.Rent<byte>(61, 5);
        mask.Values.Fill(51);
        source.BlendOnto(one, (0, 0), 0.2);
        source.BlendOnto(other, (0.0, 0.0), new BlendOptions { Mask = mask });
        Assert.Equal(0, Pictures.Difference(one, other));
    }

    [Fact]
    public void A_mask_of_another_size_is_refused()
    {
        using Frame source = Frame.Rent(4, 4), target = Frame.Rent(4, 4);
        using Plane<byte> mask = Plane.Rent<byte>(4, 3);
        var error = Assert.Throws<ArgumentException>(() => source.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mask = mask }));
        Assert.Contains("4×3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_position_that_is_no_number_is_refused()
    {
        using Frame source = Frame.Rent(4, 4), target = Frame.Rent(4, 4);
        Assert.Throws<ArgumentException>(() => source.BlendOnto(target, (double.NaN, 0.0), BlendOptions.Default));
    }

    [Fact]
    public void Blending_allocates_nothing()
    {
        using Frame source = Pictures.Random(61, 17, 1), target = Pictures.Random(70, 20, 2);
        var options = new BlendOptions { Mode = BlendMode.Screen, Opacity = 0.5 };
        Assert.Equal(0, Pictures.Allocated(() => source.BlendOnto(target, (1.5, 2.25), options)));
    }

    private static long Sum(Frame frame)
    {
        long sum = 0;
        for (int y = 0; y < frame.Height; y++)
        {
            foreach (byte part in frame.Row(y))
                sum += part;
        }

        return sum;
    }
}
