namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class ResamplingTests
{
    private const string Pillow = "pillow-9.4.0";

    // Pillow's weights have 22 bits, ours 14 or a few more: sums may round to the other side, once for each of the two steps.
    [Theory]
    [InlineData(ResamplingFilter.Lanczos, "lanczos_64x48")]
    [InlineData(ResamplingFilter.Lanczos, "lanczos_100x60")]
    [InlineData(ResamplingFilter.Lanczos, "lanczos_37x150")]
    [InlineData(ResamplingFilter.Lanczos, "lanczos_300x7")]
    [InlineData(ResamplingFilter.Bicubic, "bicubic_64x48")]
    [InlineData(ResamplingFilter.Bicubic, "bicubic_100x60")]
    [InlineData(ResamplingFilter.Bicubic, "bicubic_37x150")]
    [InlineData(ResamplingFilter.Bicubic, "bicubic_300x7")]
    [InlineData(ResamplingFilter.Bilinear, "bilinear_64x48")]
    [InlineData(ResamplingFilter.Bilinear, "bilinear_100x60")]
    [InlineData(ResamplingFilter.Bilinear, "bilinear_37x150")]
    [InlineData(ResamplingFilter.Bilinear, "bilinear_300x7")]
    [InlineData(ResamplingFilter.Area, "box_64x48")]
    public void Sizes_change_as_in_Pillow_within_1(ResamplingFilter filter, string golden)
    {
        using Frame source = Pictures.Read(Pillow, "premultiplied"), expected = Pictures.Read(Pillow, golden);
        using Frame target = Frame.Rent(expected.Width, expected.Height);
        source.ResizeTo(target, filter);
        Limit(expected);
        Assert.InRange(Pictures.Difference(expected, target), 0, 1);
    }

    [Theory]
    [InlineData(ResamplingFilter.Lanczos, "lanczos_window")]
    [InlineData(ResamplingFilter.Bicubic, "bicubic_window")]
    [InlineData(ResamplingFilter.Bilinear, "bilinear_window")]
    public void A_window_is_Pillows_box_within_1(ResamplingFilter filter, string golden)
    {
        using Frame source = Pictures.Read(Pillow, "premultiplied"), expected = Pictures.Read(Pillow, golden);
        using Frame target = Frame.Rent(expected.Width, expected.Height);
        source.ResizeTo(new Box(10.25, 5.5, 60.5, 55.625), target, filter);
        Limit(expected);
        Assert.InRange(Pictures.Difference(expected, target), 0, 1);
    }

    [Fact]
    public void A_movie_frame_is_resized_as_MoviePy_does_within_1()
    {
        using Frame source = Pictures.Read("", "image_rgb"), expected = Pictures.Read("moviepy-2.2.1", "mpy_resize_100x60");
        using Frame target = Frame.Rent(100, 60);
        source.ResizeTo(target);
        Assert.InRange(Pictures.Difference(expected, target), 0, 1);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void The_same_size_is_the_same_picture(ResamplingFilter filter)
    {
        using Frame source = Pictures.Random(37, 21, 1), target = Frame.Rent(37, 21);
        source.ResizeTo(target, filter);
        Assert.Equal(0, Pictures.Difference(source, target));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void One_colour_stays_exactly_that_colour(ResamplingFilter filter)
    {
        using Frame source = Frame.Rent(53, 31), target = Frame.Rent(17, 77), expected = Frame.Rent(17, 77);
        source.Fill(Color.FromBytes(201, 77, 3));
        expected.Fill(Color.FromBytes(201, 77, 3));
        source.ResizeTo(target, filter);
        Assert.Equal(0, Pictures.Difference(expected, target));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Colour_never_exceeds_alpha(ResamplingFilter filter)
    {
        using Frame source = Pictures.Random(64, 40, 2), smaller = Frame.Rent(23, 19), larger = Frame.Rent(101, 90);
        source.ResizeTo(smaller, filter);
        source.ResizeTo(larger, filter);
        Assert.True(Pictures.IsPremultiplied(smaller) && Pictures.IsPremultiplied(larger));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void The_smallest_pictures_have_a_size_too(ResamplingFilter filter)
    {
        using Frame source = Letters.Frame("R"), target = Frame.Rent(3, 2);
        source.ResizeTo(target, filter);
        Assert.Equal("RRR/RRR", Letters.Read(target));
        using Frame wide = Letters.Frame("GGGGGGGGGGGGGGGGGGG"), one = Frame.Rent(1, 1);
        wide.ResizeTo(one, filter);
        Assert.Equal("G", Letters.Read(one));
    }

    [Fact]
    public void Nearest_repeats_and_drops_pixels()
    {
        using Frame source = Letters.Frame("RGB/WK."), twice = Frame.Rent(6, 4), narrow = Frame.Rent(1, 2);
        source.ResizeTo(twice, ResamplingFilter.Nearest);
        Assert.Equal("RRGGBB/RRGGBB/WWKK../WWKK..", Letters.Read(twice));
        source.ResizeTo(narrow, ResamplingFilter.Nearest);
        Assert.Equal("G/K", Letters.Read(narrow));
    }

    [Fact]
    public void Area_counts_parts_of_pixels()
    {
        using Frame source = Letters.Frame("WKK"), target = Frame.Rent(2, 1);
        source.ResizeTo(target, ResamplingFilter.Area);
        Assert.Equal([0xFFAAAAAAu, 0xFF000000u], target.PixelRow(0).ToArray());
    }

    [Fact]
    public void A_window_that_moves_by_whole_pixels_moves_the_picture_exactly()
    {
        using Frame source = Pictures.Random(60, 40, 3), one = Frame.Rent(45, 30), other = Frame.Rent(45, 30);
        source.ResizeTo(new Box(7, 4, 45, 30), one, ResamplingFilter.Bicubic);
        source.CopyTo(new PixelRectangle(7, 4, 45, 30), other, (0, 0));
        Assert.Equal(0, Pictures.Difference(one, other));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Zooming_into_every_part_of_a_picture_shows_that_part(ResamplingFilter filter)
    {
        using Frame source = Frame.Rent(40, 30), target = Frame.Rent(40, 30);
        for (int y = 0; y < 30; y++)
        {
            for (int x = 0; x < 40; x++)
                source.PixelRow(y)[x] = Color.FromBytes((byte)(6 * x), (byte)(8 * y), 0).ToPremultipliedArgb();
        }

        foreach (var (left, top) in new[] { (0.0, 0.0), (13.3, 7.7), (30.0, 22.5) })
        {
            source.ResizeTo(new Box(left, top, 10, 7.5), target, filter);
            uint middle = target.PixelRow(15)[20];
            Assert.InRange((middle >> 16) & 255, 6 * (left + 5) - 9, 6 * (left + 5) + 9);
            Assert.InRange((middle >> 8) & 255, 8 * (top + 3.75) - 12, 8 * (top + 3.75) + 12);
        }
    }

    [Fact]
    public void A_window_outside_the_picture_is_refused()
    {
        using Frame source = Frame.Rent(10, 10), target = Frame.Rent(5, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => source.ResizeTo(new Box(6, 0, 5, 5), target));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.ResizeTo(new Box(0, double.NaN, 5, 5), target));
    }

    [Fact]
    public void A_plan_refuses_other_sizes()
    {
        using Frame source = Frame.Rent(10, 10), target = Frame.Rent(5, 5);
        var error = Assert.Throws<ArgumentException>(() => Resampling.Plan((10, 11), (5, 5)).Apply(source, target));
        Assert.Contains("10×11", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Applying_a_plan_allocates_nothing()
    {
        using Frame source = Pictures.Random(64, 40, 2), target = Frame.Rent(23, 19);
        Resampling plan = Resampling.Plan((64, 40), (23, 19));
        Assert.Equal(0, Pictures.Allocated(() => plan.Apply(source, target)));
    }

    public static TheoryData<ResamplingFilter> Filters => [.. Enum.GetValues<ResamplingFilter>()];

    // Pillow leaves colours above alpha where weights are negative; a premultiplied pixel has none.
    private static void Limit(Frame frame)
    {
        for (int y = 0; y < frame.Height; y++)
        {
            Span<byte> row = frame.Row(y);
            for (int i = 0; i < row.Length; i++)
                row[i] = Math.Min(row[i], row[i | 3]);
        }
    }
}
