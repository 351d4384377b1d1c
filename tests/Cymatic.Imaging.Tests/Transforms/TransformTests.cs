namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class TransformTests
{
    public static TheoryData<ResamplingFilter> Filters => [ResamplingFilter.Bilinear, ResamplingFilter.Bicubic, ResamplingFilter.Nearest];

    [Fact]
    public void Flips_swap_sides()
    {
        using Frame frame = Letters.Frame("RGB/WK.");
        frame.FlipHorizontally();
        Assert.Equal("BGR/.KW", Letters.Read(frame));
        frame.FlipVertically();
        Assert.Equal(".KW/BGR", Letters.Read(frame));
    }

    [Theory]
    [InlineData(0, "RGB/WK.")]
    [InlineData(1, "WR/KG/.B")]
    [InlineData(2, ".KW/BGR")]
    [InlineData(3, "B./GK/RW")]
    [InlineData(-1, "B./GK/RW")]
    [InlineData(5, "WR/KG/.B")]
    public void Quarter_turns_go_clockwise(int turns, string expected)
    {
        using Frame frame = Letters.Frame("RGB/WK."), odd = Frame.Rent(2, 3), even = Frame.Rent(3, 2);
        Frame target = (turns & 1) == 0 ? even : odd;
        frame.TurnTo(target, turns);
        Assert.Equal(expected, Letters.Read(target));
    }

    [Fact]
    public void Right_angles_move_pixels_exactly()
    {
        using Frame frame = Pictures.Random(37, 22, 1), turned = Frame.Rent(22, 37), rotated = Frame.Rent(22, 37);
        frame.TurnTo(turned, 1);
        frame.RotateTo(rotated, Math.PI / 2);
        Assert.Equal(0, Pictures.Difference(turned, rotated));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void A_right_angle_by_interpolation_is_the_same_turn(ResamplingFilter filter)
    {
        using Frame frame = Pictures.Random(37, 22, 1), turned = Frame.Rent(22, 37), mapped = Frame.Rent(22, 37);
        frame.TurnTo(turned, 1);
        frame.TransformTo(mapped, AffineMap.Rotation(Math.PI / 2).Then(AffineMap.Translation(22, 0)), filter);
        Assert.Equal(0, Pictures.Difference(turned, mapped));
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Whole_pixels_of_translation_are_exact(ResamplingFilter filter)
    {
        using Frame frame = Letters.Frame("RGB/WK."), target = Frame.Rent(5, 3);
        frame.TransformTo(target, AffineMap.Translation(1, 1), filter);
        Assert.Equal("...../.RGB./.WK..", Letters.Read(target));
    }

    [Fact]
    public void Half_a_pixel_of_translation_shares_between_neighbours()
    {
        using Frame frame = Letters.Frame("WW"), target = Frame.Rent(4, 1);
        frame.TransformTo(target, AffineMap.Translation(0.5, 0));
        Assert.Equal("wWw.", Letters.Read(target));
    }

    // Pillow leaves edges hard and mixes within the picture only: comparable is what no edge touches. Its positions are exact, ours 1/256.
    [Fact]
    public void A_picture_turned_linearly_is_Pillows_within_2()
    {
        using Frame source = Pictures.Read("", "image_rgb"), target = Frame.Rent(128, 96);
        using Frame expected = Pictures.Read("pillow-9.4.0", "rotate_bilinear");
        source.RotateTo(target, -Math.PI / 6);
        int compared = 0;
        for (int y = 0; y < 96; y++)
        {
            for (int x = 0; x < 128; x++)
            {
                if (!IsWellInside(x, y))
                    continue;
                compared++;
                for (int c = 0; c < 3; c++)
                    Assert.InRange(target.Row(y)[(4 * x) + c], expected.Row(y)[(4 * x) + c] - 2, expected.Row(y)[(4 * x) + c] + 2);
            }
        }

        Assert.InRange(compared, 9000, 10000);
    }

    // Cubic convolution with a = −0.5 reproduces every polynomial of degree 2 (Keys 1981).
    [Fact]
    public void A_parabola_turned_cubically_is_that_parabola_within_1()
    {
        using Frame source = Frame.Rent(128, 96), target = Frame.Rent(128, 96);
        for (int y = 0; y < 96; y++)
        {
            for (int x = 0; x < 128; x++)
                source.PixelRow(y)[x] = 0xFF000000 | (uint)Math.Round(Parabola(x, y));
        }

        source.RotateTo(target, -Math.PI / 6, ResamplingFilter.Bicubic);
        for (int y = 0; y < 96; y++)
        {
            for (int x = 0; x < 128; x++)
            {
                var (u, v) = Back(x, y);
                if (IsWellInside(x, y))
                    Assert.InRange(target.Row(y)[4 * x], Parabola(u - 0.5, v - 0.5) - 1.5, Parabola(u - 0.5, v - 0.5) + 1.5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void The_turned_size_holds_the_whole_picture(ResamplingFilter filter)
    {
        using Frame source = Frame.Rent(50, 30);
        source.Fill(Color.White);
        var (width, height) = FrameTransforms.TurnedSize((50, 30), 0.7);
        using Frame target = Frame.Rent(width, height);
        source.RotateTo(target, 0.7, filter);
        long alpha = 0;
        for (int y = 0; y < height; y++)
        {
            foreach (uint pixel in target.PixelRow(y))
                alpha += pixel >> 24;
        }

        Assert.InRange(alpha / 255.0, 1500 * 0.995, 1500 * 1.005);
    }

    [Theory]
    [MemberData(nameof(Filters))]
    public void Colour_never_exceeds_alpha(ResamplingFilter filter)
    {
        using Frame source = Pictures.Random(50, 30, 5), target = Frame.Rent(70, 70);
        source.RotateTo(target, 0.4, filter);
        Assert.True(Pictures.IsPremultiplied(target));
    }

    [Fact]
    public void A_map_and_its_inverse_lead_back()
    {
        AffineMap map = AffineMap.Scale(2, 3).Then(AffineMap.Rotation(0.3)).Then(AffineMap.Translation(5, -7)),
            none = map.Then(map.Inverse());
        double[] parts = [none.Xx, none.Xy, none.X0, none.Yx, none.Yy, none.Y0], identity = [1, 0, 0, 0, 1, 0];
        Assert.All(parts.Zip(identity), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Absurd_maps_end_in_an_empty_picture_or_a_sentence()
    {
        using Frame source = Letters.Frame("RGB"), target = Frame.Rent(9, 9);
        source.TransformTo(target, AffineMap.Translation(1e300, -1e300));
        Assert.Equal("........./.........", Letters.Read(target)[..19]);
        source.TransformTo(target, AffineMap.Scale(1e-6, 1e-6));
        Assert.Throws<ArgumentException>(() => source.TransformTo(target, AffineMap.Scale(0, 1)));
        Assert.Throws<ArgumentException>(() => source.RotateTo(target, double.NaN));
        Assert.Throws<ArgumentException>(() => source.RotateTo(target, 1, ResamplingFilter.Area));
    }

    [Fact]
    public void Rotating_allocates_nothing()
    {
        using Frame source = Pictures.Random(50, 30, 5), target = Frame.Rent(70, 70);
        Assert.Equal(0, Pictures.Allocated(() => source.RotateTo(target, 0.4, ResamplingFilter.Bicubic)));
    }

    private static double Parabola(double x, double y) => 240 - ((x - 60) * (x - 60) / 30) - ((y - 50) * (x - 60) / 60);

    private static bool IsWellInside(int x, int y)
    {
        var (u, v) = Back(x, y);
        return u > 3 && v > 3 && u < 125 && v < 93;
    }

    private static (double X, double Y) Back(int x, int y)
    {
        var (s, c) = Math.SinCos(Math.PI / 6);
        return ((c * (x + 0.5 - 64)) - (s * (y + 0.5 - 48)) + 64, (s * (x + 0.5 - 64)) + (c * (y + 0.5 - 48)) + 48);
    }
}
