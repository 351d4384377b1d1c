namespace Cymatic.Imaging.Tests;

// Ours are float32, scikit-image's float64.
[Collection(nameof(Frame))]
public sealed class ExposureTests
{
    [Fact]
    public void An_equalized_picture_is_scikit_images()
    {
        using Plane<float> grey = Planes.Grey();
        grey.EqualizeHistogram();
        Planes.AssertEqual("sk_equalize_hist", grey, 2e-6f);
    }

    [Fact]
    public void Numbers_on_the_edges_of_bins_are_counted_as_NumPy_does()
    {
        using Plane<byte> red = Planes.Red();
        using Plane<float> grey = Plane.Rent<float>(128, 96);
        for (int i = 0; i < red.Values.Length; i++)
            grey.Values[i] = (float)(red.Values[i] / 255.0);
        grey.EqualizeHistogram();
        Planes.AssertEqual("equalize_of_bytes", grey, 2e-6f);
    }

    [Fact]
    public void Equalized_bytes_are_scikit_images_within_half_a_step()
    {
        using Plane<byte> red = Planes.Red();
        float[] expected = Pictures.Array(Planes.SciKit, "sk_equalize_hist_u8").Floats;
        red.EqualizeHistogram();
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange(red.Values[i], (expected[i] * 255) - 0.501, (expected[i] * 255) + 0.501);
    }

    [Fact]
    public void An_equalized_frame_is_its_equalized_greys()
    {
        using Frame frame = Pictures.Read("", "image_rgb"), shown = Frame.Rent(128, 96);
        using Plane<byte> grey = Plane.Rent<byte>(128, 96);
        frame.LumaTo(grey, LumaWeights.Mean);
        grey.EqualizeHistogram();
        grey.ShowOn(shown);
        frame.EqualizeHistogram(LumaWeights.Mean);
        Assert.Equal(0, Pictures.Difference(shown, frame));
    }

    [Fact]
    public void Equalizing_keeps_alpha_above_colour()
    {
        using Frame frame = Pictures.Random(67, 30, 3);
        frame.EqualizeHistogram(LumaWeights.Bt709);
        Assert.True(Pictures.IsPremultiplied(frame));
    }

    [Fact]
    public void One_grey_equalized_lies_half_a_bin_beyond_the_middle()
    {
        // numpy.histogram widens an empty range by a half to each side; the cumulative distribution is 1 from the middle bin on.
        using Plane<float> grey = Plane.Rent<float>(5, 5);
        grey.Values.Fill(0.25f);
        grey.EqualizeHistogram();
        Assert.All(grey.Values.ToArray(), value => Assert.Equal(0.5f, value, 1e-6f));
    }

    [Fact]
    public void Numbers_that_are_none_have_no_histogram()
    {
        using Plane<float> grey = Plane.Rent<float>(2, 1);
        grey.Values[0] = float.NaN;
        grey.Values[1] = 1;
        Assert.Throws<ArgumentException>(() => grey.EqualizeHistogram());
    }

    [Fact]
    public void A_stretched_picture_is_scikit_images()
    {
        using Plane<float> grey = Planes.Grey();
        grey.RescaleIntensity();
        Planes.AssertEqual("sk_rescale", grey, 1e-6f);
    }

    [Fact]
    public void A_range_stretched_to_another_is_scikit_images()
    {
        using Plane<float> grey = Planes.Grey();
        grey.RescaleIntensity((0.2, 0.7), (0.1, 0.9));
        Planes.AssertEqual("rescale_out", grey, 1e-6f);
    }

    [Fact]
    public void A_frame_is_stretched_to_black_and_white()
    {
        using Frame frame = Frame.Rent(3, 1);
        frame.PixelRow(0)[0] = 0xFF323232;
        frame.PixelRow(0)[1] = 0xFF4BC84B;
        frame.PixelRow(0)[2] = 0xFF969696;
        frame.RescaleIntensity(new LumaWeights(1, 0, 0));
        Assert.Equal([0xFF000000u, 0xFF404040u, 0xFFFFFFFFu], frame.PixelRow(0).ToArray());
    }

    [Fact]
    public void A_logarithm_is_scikit_images()
    {
        using Plane<float> grey = Planes.Grey();
        grey.AdjustLog();
        Planes.AssertEqual("sk_adjust_log", grey, 1e-6f);
    }

    [Fact]
    public void An_inverse_logarithm_is_scikit_images()
    {
        using Plane<float> grey = Planes.Grey();
        grey.AdjustLog(0.7, inverse: true);
        Planes.AssertEqual("adjust_log_inverse", grey, 1e-6f);
    }

    [Fact]
    public void A_gamma_is_scikit_images()
    {
        using Plane<float> grey = Planes.Grey();
        grey.AdjustGamma(1.8, 0.9);
        Planes.AssertEqual("adjust_gamma", grey, 1e-6f);
    }

    [Fact]
    public void Numbers_below_0_have_no_logarithm_or_gamma()
    {
        using Plane<float> grey = Plane.Rent<float>(2, 1);
        grey.Values[0] = -1;
        grey.Values[1] = 1;
        Assert.Throws<ArgumentException>(() => grey.AdjustLog());
        Assert.Throws<ArgumentException>(() => grey.AdjustGamma(2));
    }

    // Whole greys of 16,384, stretched to 0 … 1.
    [Fact]
    public void An_adaptively_equalized_picture_is_scikit_images_within_one_grey()
    {
        using Plane<float> grey = Planes.Grey();
        grey.EqualizeAdaptively();
        Planes.AssertEqual("sk_equalize_adapthist", grey, 1.1f / 16384);
    }

    [Theory]
    [InlineData("adapthist_tiles", 25, 17, 0.03, 128)]
    [InlineData("adapthist_unlimited", 40, 50, 0, 256)]
    public void Tiles_bins_and_limits_are_scikit_images_within_one_grey(string golden, int width, int height, double limit, int bins)
    {
        using Plane<float> grey = Planes.Grey();
        grey.EqualizeAdaptively(new AdaptiveEqualizationOptions { TileWidth = width, TileHeight = height, ClipLimit = limit, Bins = bins });
        Planes.AssertEqual(golden, grey, 1.1f / 16384);
    }

    [Fact]
    public void Equalizing_allocates_nothing()
    {
        using Frame frame = Pictures.Random(61, 17, 1);
        using Plane<float> grey = Planes.Grey();
        Assert.Equal(0, Pictures.Allocated(() => frame.EqualizeHistogram(LumaWeights.Mean)));
        Assert.Equal(0, Pictures.Allocated(() => grey.EqualizeHistogram()));
    }
}
