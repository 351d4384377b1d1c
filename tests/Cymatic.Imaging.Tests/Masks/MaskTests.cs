namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class MaskTests
{
    [Fact]
    public void A_colour_key_is_MoviePys_mask_within_half_a_step()
    {
        using Frame frame = Pictures.Read("", "image_rgb");
        using Plane<byte> mask = Plane.Rent<byte>(frame.Width, frame.Height);
        float[] expected = Pictures.Array("moviepy-2.2.1", "mpy_maskcolor").Floats;
        new ColorKey(Color.White, 60, 5).MaskOf(frame, mask);
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(mask.Values[i], (expected[i] * 255) - 0.501, (expected[i] * 255) + 0.501);
    }

    [Fact]
    public void A_key_without_threshold_hides_exactly_one_colour()
    {
        using Frame frame = Letters.Frame("RGBWK");
        new ColorKey(new Color(0, 1, 0)).Apply(frame);
        Assert.Equal("R.BWK", Letters.Read(frame));
    }

    [Fact]
    public void A_key_sees_the_straight_colour_of_translucent_pixels()
    {
        using Frame frame = Letters.Frame("rgbwk");
        new ColorKey(new Color(0, 1, 0)).Apply(frame);
        Assert.Equal("r.bwk", Letters.Read(frame));
    }

    [Fact]
    public void Keying_is_multiplying_by_the_keys_mask()
    {
        using Frame one = Pictures.Random(60, 20, 1, opaque: true), other = Pictures.Random(60, 20, 1, opaque: true);
        using Plane<byte> mask = Plane.Rent<byte>(60, 20);
        var key = new ColorKey(Color.FromBytes(128, 128, 128), 100, 3);
        key.Apply(one);
        key.MaskOf(other, mask);
        other.MultiplyBy(mask);
        Assert.Equal(0, Pictures.Difference(one, other));
    }

    [Fact]
    public void Grey_shown_and_read_again_is_the_same()
    {
        using Plane<byte> mask = Plane.Rent<byte>(67, 4), again = Plane.Rent<byte>(67, 4);
        new Random(1).NextBytes(mask.Values);
        using Frame frame = Frame.Rent(67, 4);
        mask.ShowOn(frame);
        frame.LumaTo(again, LumaWeights.Bt709);
        Assert.Equal(mask.Values.ToArray(), again.Values.ToArray());
    }

    [Fact]
    public void Grey_numbers_shown_and_read_again_are_the_same_within_half_a_step()
    {
        using Plane<float> grey = Plane.Rent<float>(67, 4), again = Plane.Rent<float>(67, 4);
        for (int i = 0; i < grey.Values.Length; i++)
            grey.Values[i] = i / 267f;
        using Frame frame = Frame.Rent(67, 4);
        grey.ShowOn(frame);
        frame.LumaTo(again, LumaWeights.Crt);
        for (int i = 0; i < grey.Values.Length; i++)
            Assert.InRange(again.Values[i], grey.Values[i] - 0.00197f, grey.Values[i] + 0.00197f);
    }

    [Fact]
    public void Grey_outside_0_to_1_is_black_or_white_and_nothing_is_black()
    {
        float[] values = [-3, 7, float.NaN, 0.5f, float.PositiveInfinity, float.NegativeInfinity];
        using Plane<float> grey = Plane.Rent<float>(18, 1);
        for (int i = 0; i < 18; i++)
            grey.Values[i] = values[i % 6];
        using Frame frame = Frame.Rent(18, 1);
        grey.ShowOn(frame);
        Assert.Equal("KWK?WKKWK?WKKWK?WK", Letters.Read(frame));
    }

    [Fact]
    public void Greys_of_an_image_are_scikit_images()
    {
        using Frame frame = Pictures.Read("", "image_rgb");
        using Plane<float> grey = Plane.Rent<float>(frame.Width, frame.Height);
        float[] expected = Pictures.Array("scikit-image-0.19.3", "grey").Floats;
        frame.LumaTo(grey, LumaWeights.Crt);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], grey.Values[i], 1e-6f);
    }

    [Fact]
    public void Alpha_read_and_set_again_changes_nothing()
    {
        using Frame frame = Letters.Frame("RGBWK.rgbwk"), before = Letters.Frame("RGBWK.rgbwk");
        using Plane<byte> mask = Plane.Rent<byte>(11, 1);
        frame.AlphaTo(mask);
        frame.SetAlpha(mask);
        Assert.Equal(0, Pictures.Difference(before, frame));
    }

    [Fact]
    public void A_new_alpha_keeps_straight_colours()
    {
        using Frame frame = Letters.Frame("rgbwkR");
        using Plane<byte> mask = Plane.Rent<byte>(6, 1);
        new byte[] { 255, 255, 0, 255, 255, 128 }.CopyTo(mask.Values);
        frame.SetAlpha(mask);
        Assert.Equal("RG.WKr", Letters.Read(frame));
    }

    [Fact]
    public void And_or_and_inverse_obey_De_Morgan()
    {
        using Plane<byte> a = Plane.Rent<byte>(67, 3), b = Plane.Rent<byte>(67, 3), c = Plane.Rent<byte>(67, 3);
        new Random(1).NextBytes(a.Values);
        new Random(2).NextBytes(b.Values);
        a.Values.CopyTo(c.Values);
        a.And(b);
        a.Invert();
        b.Invert();
        c.Invert();
        c.Or(b);
        Assert.Equal(c.Values.ToArray(), a.Values.ToArray());
    }

    [Fact]
    public void A_threshold_is_white_above_it()
    {
        using Plane<byte> mask = Plane.Rent<byte>(3, 1);
        new byte[] { 9, 10, 11 }.CopyTo(mask.Values);
        mask.Threshold(10);
        Assert.Equal([0, 0, 255], mask.Values.ToArray());
    }

    [Fact]
    public void Masks_of_other_sizes_are_refused()
    {
        using Plane<byte> mask = Plane.Rent<byte>(67, 3), other = Plane.Rent<byte>(66, 3);
        using Frame frame = Frame.Rent(67, 4);
        Assert.Throws<ArgumentException>(() => mask.And(other));
        Assert.Throws<ArgumentException>(() => frame.MultiplyBy(mask));
        Assert.Throws<ArgumentException>(() => mask.ShowOn(frame));
    }

    // MoviePy scales colour and mask apart and rounds the mask to 8 bits; premultiplied pixels are scaled together, which differs where
    // the mask changes within a few pixels. Elsewhere only rounding does.
    [Fact]
    public void A_keyed_smaller_faded_overlay_is_MoviePys_composite()
    {
        using Frame source = Pictures.Read("", "image_rgb"), target = Pictures.Read("", "image2_rgb"), small = Frame.Rent(100, 60);
        using Frame expected = Pictures.Read("moviepy-2.2.1", "mpy_composite");
        new ColorKey(Color.White, 60, 5).Apply(source);
        source.ResizeTo(small);
        small.BlendOnto(target, (14, 18), 0.4);
        int[] differences = [.. Enumerable.Range(0, 96).SelectMany(y => Differences(target.Row(y), expected.Row(y)))];
        Assert.InRange(differences.Average(), 0, 0.5);
        Assert.InRange(differences.Count(d => d > 3) / (double)differences.Length, 0, 0.02);
    }

    private static int[] Differences(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) =>
        [.. one.ToArray().Zip(other.ToArray(), (a, b) => Math.Abs(a - b))];
}
