namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class DiscBlurTests
{
    [Fact]
    public void Inside_is_the_blurred_picture_and_outside_the_sharp_one()
    {
        using Frame frame = Pictures.Random(80, 60, 1, opaque: true), sharp = Pictures.Random(80, 60, 1, opaque: true),
            soft = Frame.Rent(80, 60);
        sharp.GaussianBlurTo(soft, 4);
        frame.BlurDisc((40, 30), 12, new DiscBlurOptions { Sigma = 4, Edge = 2 });
        for (int y = 0; y < 60; y++)
        {
            for (int x = 0; x < 80; x++)
            {
                double distance = Math.Sqrt(Math.Pow(x + 0.5 - 40, 2) + Math.Pow(y + 0.5 - 30, 2));
                if (distance < 11 || distance > 13)
                    Assert.Equal((distance < 12 ? soft : sharp).PixelRow(y)[x], frame.PixelRow(y)[x]);
            }
        }
    }

    [Theory]
    [InlineData(-50, 20)]
    [InlineData(1e30, 20)]
    [InlineData(double.NaN, 5)]
    public void A_disc_beside_the_picture_changes_nothing(double x, double radius)
    {
        using Frame frame = Pictures.Random(20, 10, 1), before = Pictures.Random(20, 10, 1);
        frame.BlurDisc((x, 5), radius);
        Assert.Equal(0, Pictures.Difference(before, frame));
    }

    [Fact]
    public void A_disc_over_the_edge_is_blurred_where_it_is_seen()
    {
        using Frame frame = Letters.Frame("WKWKWKWK/KWKWKWKW"), before = Letters.Frame("WKWKWKWK/KWKWKWKW");
        frame.BlurDisc((0, 0), 4);
        Assert.NotEqual(before.PixelRow(0)[0], frame.PixelRow(0)[0]);
        Assert.Equal(before.PixelRow(0)[7], frame.PixelRow(0)[7]);
    }

    [Fact]
    public void A_disc_without_radius_is_refused()
    {
        using Frame frame = Frame.Rent(2, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.BlurDisc((1, 1), 0));
    }
}
