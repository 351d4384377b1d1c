using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public class SpaceEffectTests
{
    private static readonly VideoClip Picture = Letters.Clip("RGB/WKC", 4);

    [Theory]
    [InlineData(90, "WR/KG/CB")]
    [InlineData(180, "CKW/BGR")]
    [InlineData(-90, "BC/GK/RW")]
    public void Right_angles_turn_clockwise_and_exactly(double degrees, string expected) =>
        Assert.Equal(expected, Letters.At(Picture.With(new Rotate(degrees)), 0));

    [Fact]
    public void A_picture_turned_by_a_right_angle_is_as_opaque_as_before() => Assert.True(Picture.With(new Rotate(90)).IsOpaque);

    [Fact]
    public void A_turned_picture_gets_the_size_that_holds_it()
    {
        VideoClip clip = new SolidColor(100, 50, Color.White).With(new Rotate(45));
        Assert.Equal(106, clip.Width, 1.0);
        Assert.Equal(106, clip.Height, 1.0);
    }

    [Fact]
    public void An_angle_that_changes_gets_a_frame_for_all_angles() =>
        Assert.Equal((5, 5), Size(new SolidColor(4, 3, Color.White, 1).With(new Rotate(t => t))));

    [Fact]
    public void Without_expanding_the_size_stays() => Assert.Equal((3, 2), Size(Picture.With(new Rotate(33) { Expand = false })));

    [Fact]
    public void Left_and_right_are_swapped() => Assert.Equal("BGR/CKW", Letters.At(Picture.With(new Flip()), 0));

    [Fact]
    public void Top_and_bottom_are_swapped() => Assert.Equal("WKC/RGB", Letters.At(Picture.With(new Flip(vertically: true)), 0));

    [Fact]
    public void A_part_is_cut_out_of_the_picture() => Assert.Equal("GB/KC", Letters.At(Picture.With(new Crop(new(1, 0, 2, 2))), 0));

    [Fact]
    public void A_part_outside_of_the_picture_is_refused() =>
        Assert.Throws<ArgumentException>(() => Picture.With(new Crop(new(1, 0, 3, 2))));

    [Fact]
    public void An_odd_column_is_cut_off() => Assert.Equal("RG/WK", Letters.At(Picture.With(new EvenSize()), 0));

    [Fact]
    public void A_margin_has_its_width_at_each_side() =>
        Assert.Equal("MMMMMM/MRGBMM/MWKCMM", Letters.At(Picture.With(new Margin(1, 1, 2, 0) { Color = new Color(1, 0, 1) }), 0));

    [Theory]
    [InlineData(0, "RG")]
    [InlineData(1, "GB")]
    [InlineData(3, "GB")]
    public void A_window_scrolls_to_the_edge(double t, string expected) =>
        Assert.StartsWith(expected, Letters.At(Picture.With(new Scroll { Width = 2, Speed = (1, 0) }), t));

    [Fact]
    public void A_clip_slides_in_from_the_left() =>
        Assert.Equal(["...", "B..", "GB.", "RGB"],
            new double[] { 0, 1, 2, 3 }.Select(t => Letters.At(Picture.With(new SlideIn(3, Side.Left)), t)[..3]));

    [Fact]
    public void A_clip_slides_out_to_the_bottom() =>
        Assert.Equal(["RGB/WKC", ".../RGB", ".../..."],
            new double[] { 2, 3, 4 }.Select(t => Letters.At(Picture.With(new SlideOut(2, Side.Bottom)), t)));

    [Theory]
    [InlineData(2, 6, 4)]
    [InlineData(0.5, 2, 1)]
    public void A_factor_resizes_both_sides(double factor, int width, int height) =>
        Assert.Equal((width, height), Size(Picture.With(new Resize(factor))));

    [Fact]
    public void A_width_keeps_the_shape() => Assert.Equal((300, 200), Size(Picture.With(Resize.ToWidth(300))));

    [Fact]
    public void A_zoom_of_one_changes_nothing() => Assert.Equal("RGB/WKC", Letters.At(Picture.With(new Resize(_ => 1)), 0));

    [Fact]
    public void A_zoom_to_nothing_shows_nothing() => Assert.Equal(".../...", Letters.At(Picture.With(new Resize(_ => 0)), 0));

    [Fact]
    public void A_slow_zoom_moves_edges_by_fractions_of_a_pixel()
    {
        // The brightness of a shrinking white square falls evenly, without steps of whole pixels.
        VideoClip clip = new SolidColor(40, 40, Color.White, 10).With(new Resize(t => 0.8 - t / 100));
        double[] sums = [.. Enumerable.Range(0, 20).Select(n => Sum(clip, n * 0.1))];
        for (int n = 1; n < sums.Length; n++)
            Assert.InRange((sums[n - 1] - sums[n]) / (40 * 40 * 255), 0.0008, 0.0024);
    }

    [Fact]
    public void What_is_made_of_a_still_picture_is_made_once()
    {
        int calls = 0;
        VideoClip clip = Picture.Map(_ => Interlocked.Increment(ref calls)).With(new Resize(2.0));
        Letters.At(clip, 0);
        Letters.At(clip, 1);
        Assert.Equal(1, calls);
    }

    private static (int, int) Size(VideoClip clip) => (clip.Width, clip.Height);

    private static double Sum(VideoClip clip, double t)
    {
        using Frame frame = Frame.Rent(clip.Width, clip.Height);
        clip.Render(t, frame);
        return Enumerable.Range(0, frame.Height).Sum(y => frame.PixelRow(y).ToArray().Sum(pixel => (double)(pixel >> 24)));
    }
}
