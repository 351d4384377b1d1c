namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class BlurTests
{
    [Theory]
    [InlineData(1, "sk_gaussian1")]
    [InlineData(2.5, "gaussian_2.5")]
    [InlineData(4, "sk_gaussian4")]
    public void A_blurred_grey_picture_is_scikit_images(double sigma, string golden)
    {
        using Plane<float> grey = Planes.Grey(), blurred = Plane.Rent<float>(128, 96);
        grey.GaussianBlurTo(blurred, sigma);
        Planes.AssertEqual(golden, blurred, 1e-6f);
    }

    [Fact]
    public void A_blurred_frame_is_scikit_images_within_1()
    {
        using Frame frame = Pictures.Read("", "image_rgb"), expected = Pictures.Read(Planes.SciKit, "gaussian_rgb_2");
        using Frame blurred = Frame.Rent(128, 96);
        frame.GaussianBlurTo(blurred, 2);
        Assert.InRange(Pictures.Difference(expected, blurred), 0, 1);
    }

    [Fact]
    public void One_colour_stays_exactly_that_colour()
    {
        using Frame frame = Letters.Frame("rrrrr/rrrrr/rrrrr"), blurred = Frame.Rent(5, 3);
        frame.GaussianBlurTo(blurred, 7);
        Assert.Equal("rrrrr/rrrrr/rrrrr", Letters.Read(blurred));
        frame.BoxBlurTo(blurred, 2.5);
        Assert.Equal("rrrrr/rrrrr/rrrrr", Letters.Read(blurred));
    }

    [Fact]
    public void A_box_is_the_mean_of_its_pixels()
    {
        using Frame frame = Letters.Frame("KKKWKKK"), blurred = Frame.Rent(7, 1);
        frame.BoxBlurTo(blurred, 1);
        Assert.Equal([0, 0, 85, 85, 85, 0, 0], blurred.PixelRow(0).ToArray().Select(pixel => (int)(pixel & 255)));
    }

    [Fact]
    public void Half_a_pixel_of_radius_counts_half()
    {
        using Frame frame = Letters.Frame("KKKWKKK"), blurred = Frame.Rent(7, 1);
        frame.BoxBlurTo(blurred, 0.5);
        Assert.Equal([0, 0, 64, 128, 64, 0, 0], blurred.PixelRow(0).ToArray().Select(pixel => (int)(pixel & 255)));
    }

    [Fact]
    public void No_sigma_changes_nothing()
    {
        using Frame frame = Pictures.Random(30, 20, 1), blurred = Frame.Rent(30, 20);
        frame.GaussianBlurTo(blurred, 0);
        Assert.Equal(0, Pictures.Difference(frame, blurred));
    }

    [Fact]
    public void Colour_never_exceeds_alpha()
    {
        using Frame frame = Pictures.Random(60, 40, 1), blurred = Frame.Rent(60, 40);
        frame.GaussianBlurTo(blurred, 1.5);
        Assert.True(Pictures.IsPremultiplied(blurred));
    }

    [Fact]
    public void A_blur_wider_than_the_picture_is_its_mean_within_1()
    {
        using Frame frame = Letters.Frame("WK/KW"), blurred = Frame.Rent(2, 2);
        frame.GaussianBlurTo(blurred, 50);
        Assert.All(blurred.PixelRow(1).ToArray(), pixel => Assert.InRange(pixel & 255, 127u, 129u));
    }

    [Fact]
    public void Impossible_blurs_are_refused()
    {
        using Frame frame = Frame.Rent(5, 5), other = Frame.Rent(5, 6), same = Frame.Rent(5, 5);
        Assert.Throws<ArgumentException>(() => frame.GaussianBlurTo(other, 1));
        Assert.Throws<ArgumentException>(() => frame.GaussianBlurTo(frame, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.GaussianBlurTo(same, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.BoxBlurTo(same, double.NaN));
    }

    [Fact]
    public void Blurring_allocates_nothing()
    {
        using Frame frame = Pictures.Random(61, 17, 1), blurred = Frame.Rent(61, 17);
        using Plane<float> grey = Planes.Grey(), soft = Plane.Rent<float>(128, 96);
        Assert.Equal(0, Pictures.Allocated(() => frame.GaussianBlurTo(blurred, 2)));
        Assert.Equal(0, Pictures.Allocated(() => grey.GaussianBlurTo(soft, 2)));
    }
}
