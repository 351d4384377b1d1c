using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public class SourceTests
{
    [Fact]
    public void A_solid_colour_fills_its_picture_without_end()
    {
        SolidColor clip = new(3, 2, new Color(0, 1, 0));
        Assert.Equal("GGG/GGG", Letters.At(clip, 1e9));
        Assert.True(clip.IsOpaque);
    }

    [Fact]
    public void A_translucent_colour_is_not_opaque() => Assert.False(new SolidColor(1, 1, new Color(1, 0, 0, 0.5)).IsOpaque);

    [Fact]
    public void A_canvas_is_transparent_before_it_is_drawn_on() =>
        Assert.Equal(
            ".R.", Letters.At(VideoClip.From(3, 1, 1, (_, canvas) => canvas.FillRectangle(new Box(1, 0, 1, 1), new Color(1, 0, 0))), 0));

    [Fact]
    public void A_linear_gradient_goes_from_colour_to_colour()
    {
        using Frame frame = Frame.Rent(100, 2);
        Gradient.Linear((100, 2), (0, 0), (100, 0), (0, Color.Black), (1, Color.White)).Render(0, frame);
        for (int x = 0; x < 100; x++)
            Assert.Equal((x + 0.5) / 100 * 255, frame.PixelRow(1)[x] & 255, 0.51);
    }

    [Fact]
    public void A_gradient_with_two_stops_at_one_place_has_an_edge() =>
        Assert.Equal("RRGG", Letters.At(Gradient.Linear((4, 1), (0, 0), (4, 0), (0.5, new Color(1, 0, 0)), (0.5, new Color(0, 1, 0))), 0));

    [Fact]
    public void A_radial_gradient_has_its_first_colour_in_the_middle_and_its_last_outside() =>
        Assert.Equal("GGG/GRG/GGG",
            Letters.At(Gradient.Radial((3, 3), (1.5, 1.5), 0.5, (0, new Color(1, 0, 0)), (1, new Color(0, 1, 0))), 0));

    [Fact]
    public void Stops_that_fall_are_refused() =>
        Assert.Throws<ArgumentException>(() => Gradient.Radial((3, 3), (1, 1), 1, (1, Color.Black), (0, Color.White)));

    [Fact]
    public void A_byte_array_is_red_green_blue() =>
        Assert.Equal("RG", Letters.At(ArrayClip.Of(new byte[,,] { { { 255, 0, 0 }, { 0, 255, 0 } } }), 0));

    [Fact]
    public void A_grey_array_of_doubles_reaches_from_0_to_1() => Assert.Equal("KW", Letters.At(ArrayClip.Of(new[,] { { -0.5, 1 } }), 0));

    [Fact]
    public void An_array_may_have_straight_alpha() =>
        Assert.Equal("B.", Letters.At(ArrayClip.Of(new float[,,] { { { 0, 0, 1, 1 }, { 1, 1, 1, 0 } } }), 0));

    [Fact]
    public void Arrays_may_be_a_function_of_time()
    {
        VideoClip clip = ArrayClip.Of((2, 1), 2, t => new ushort[,] { { 0, (ushort)(t < 1 ? 0 : 65535) } });
        Assert.Equal(("KK", "KW"), (Letters.At(clip, 0.5), Letters.At(clip, 1.5)));
    }

    [Fact]
    public void An_array_of_another_size_is_refused_with_both_sizes() =>
        Assert.Contains("3×1 pixels, in a clip of 2×1", Assert.Throws<InvalidOperationException>(
            () => Letters.At(ArrayClip.Of((2, 1), 2, _ => new int[1, 3]), 0)).Message);

    [Fact]
    public void A_filter_changes_frames_in_time() =>
        Assert.Equal("C", Letters.At(Letters.Clip("R", 2).Filter((t, frame) => frame.Fill(new Color(0, t, t))), 1));

    [Fact]
    public void A_map_changes_every_frame_alike() =>
        Assert.Equal("K", Letters.At(Letters.Clip("R").Map(frame => frame.Fill(Color.Black)), 1));

    [Fact]
    public void A_transform_may_ask_for_any_time()
    {
        VideoClip clip = Concatenation.Of(Letters.Clip("R", 1), Letters.Clip("G", 1)).Video!;
        Assert.Equal("G", Letters.At(clip.Transform((source, t, frame) => source.Render(t + 1, frame)), 0.5));
    }

    [Fact]
    public void A_curve_that_gives_no_number_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Letters.At(Letters.Clip("R", 2).With(new Opacity(_ => double.NaN)), 1));

    [Fact]
    public void No_public_name_means_two_things()
    {
        // Programs use the namespaces together.
        var names = new[] { typeof(Clip), typeof(Frame), typeof(Signal.Sound) }
            .SelectMany(type => type.Assembly.GetExportedTypes().Where(exported => !exported.IsNested))
            .Select(exported => exported.Name);
        Assert.Empty(names.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }
}
