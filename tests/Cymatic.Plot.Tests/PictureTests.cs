using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class PictureTests
{
    // Two pixels, red and blue, of which each is 50 wide in the figure.
    private static int Colours(bool? smooth)
    {
        using Frame two = Frame.Rent(2, 1);
        (two.PixelRow(0)[0], two.PixelRow(0)[1]) = (0xFFFF0000, 0xFF0000FF);
        using Frame frame = TestFigures.DrawBare(TestFigures.Bare(new Picture(two) { Smooth = smooth }));
        return frame.PixelRow(50).ToArray().Distinct().Count();
    }

    [Fact]
    public void Pixels_that_are_large_in_the_figure_are_rectangles() => Assert.Equal(2, Colours(null));

    [Fact]
    public void Colours_run_from_pixel_to_pixel_where_that_is_wanted() => Assert.InRange(Colours(true), 20, 60);
}
