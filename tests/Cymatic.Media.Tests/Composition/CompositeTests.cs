using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

[Collection(nameof(Frame))]
public class CompositeTests
{
    private static readonly VideoClip Ground = Letters.Clip("RRRR/RRRR/RRRR", 10);

    [Fact]
    public void A_later_layer_lies_on_top() =>
        Assert.Equal("GBRR/BGRR/RRRR", Letters.At(Composite.Of(Ground, Letters.Clip("GB/BG", 10)).Video!, 1));

    [Fact]
    public void What_is_transparent_shows_what_lies_below() =>
        Assert.Equal("GRRR/RGRR/RRRR", Letters.At(Composite.Of(Ground, Letters.Clip("G./.G", 10)).Video!, 1));

    [Theory]
    [InlineData(0, 0, "GBRR/BGRR/RRRR")]
    [InlineData(0.5, 0.5, "RGBR/RBGR/RRRR")]
    [InlineData(1, 1, "RRRR/RRGB/RRBG")]
    public void A_layer_is_aligned_on_whole_pixels(double x, double y, string expected) =>
        Assert.Equal(expected, Seen(Position.Aligned(x, y)));

    [Theory]
    [InlineData(3, 1, "RRRR/RRRG/RRRB")]
    [InlineData(-1, -1, "GRRR/RRRR/RRRR")]
    [InlineData(4, 0, "RRRR/RRRR/RRRR")]
    [InlineData(-2, 0, "RRRR/RRRR/RRRR")]
    public void A_layer_that_reaches_out_of_the_frame_is_cut(double x, double y, string expected) =>
        Assert.Equal(expected, Seen(Position.At(x, y)));

    [Fact]
    public void A_relative_position_is_a_fraction_of_the_frame() => Assert.Equal("RRRR/RRGB/RRBG", Seen(Position.Relative(0.5, 0.34)));

    [Fact]
    public void A_moving_layer_is_where_its_function_says_since_it_began()
    {
        Layer layer = new(Letters.Clip("G", 10)) { Start = 2, Position = Position.Moving(t => (t, 0)) };
        Assert.Equal("RGRR/RRRR/RRRR", Letters.At(Composite.Of(Ground, layer).Video!, 3));
    }

    [Fact]
    public void Half_a_pixel_is_half_of_each_neighbour()
    {
        using Frame frame = Frame.Rent(4, 3);
        Composite.Of(Ground, new Layer(Letters.Clip("G", 10)) { Position = Position.At(1.5, 0) }).Video!.Render(0, frame);
        uint[] row = frame.PixelRow(0).ToArray();
        Assert.Equal([0xFFFF0000, row[1], row[1], 0xFFFF0000], row);
        Assert.InRange((int)(row[1] >> 8 & 255), 127, 128);
        Assert.InRange((int)(row[1] >> 16 & 255), 127, 128);
    }

    [Theory]
    [InlineData(1.99, "RRRR")]
    [InlineData(2, "GRRR")]
    [InlineData(4.99, "GRRR")]
    [InlineData(5, "RRRR")]
    public void A_layer_is_there_from_its_start_until_its_end(double t, string firstRow) =>
        Assert.StartsWith(firstRow, Letters.At(Composite.Of(Ground, new Layer(Letters.Clip("G")) { Start = 2, End = 5 }).Video!, t));

    [Fact]
    public void Opacity_mixes()
    {
        using Frame frame = Frame.Rent(4, 3);
        Composite.Of(Ground, new Layer(Letters.Clip("B", 10)) { Opacity = 0.4 }).Video!.Render(0, frame);
        Assert.Equal(0xFF990066, frame.PixelRow(0)[0]);
    }

    [Fact]
    public void Opacity_follows_its_function()
    {
        Layer layer = new(Letters.Clip("B", 10)) { Start = 2, Opacity = new Curve(t => t) };
        VideoClip clip = Composite.Of(Ground, layer).Video!;
        Assert.Equal('R', Letters.At(clip, 2)[0]);
        Assert.Equal('B', Letters.At(clip, 3)[0]);
    }

    [Fact]
    public void Blend_modes_mix_colours() =>
        Assert.Equal("YRRR/RRRR/RRRR",
            Letters.At(Composite.Of(Ground, new Layer(Letters.Clip("G", 10)) { Blend = BlendMode.Add }).Video!, 0));

    [Fact]
    public void A_mask_hides_where_it_is_black() =>
        Assert.Equal("GRRR/RGRR/RRRR",
            Letters.At(Composite.Of(Ground, new Layer(Letters.Clip("GG/GG", 10)) { Mask = Letters.Clip("WK/KW") }).Video!, 0));

    [Fact]
    public void What_a_covering_layer_hides_is_not_drawn()
    {
        VideoClip hidden = VideoClip.From(2, 1, 10, (double _, Frame _) => throw new InvalidOperationException("drawn"));
        Assert.Equal("GB", Letters.At(Composite.Of(hidden, Letters.Clip("GB")).Video!, 1));
    }

    [Fact]
    public void What_lies_outside_of_the_frame_is_not_drawn()
    {
        VideoClip outside = VideoClip.From(2, 1, 10, (double _, Frame _) => throw new InvalidOperationException("drawn"));
        Layer layer = new(outside) { Position = Position.At(4, 0) };
        Assert.Equal("RRRR/RRRR/RRRR", Letters.At(Composite.Of(Ground, layer).Video!, 1));
    }

    [Fact]
    public void It_lasts_until_the_last_layer_ends_that_has_an_end() =>
        Assert.Equal(12, Composite.Of(Ground, Letters.Clip("G"), new Layer(Letters.Clip("G", 5)) { Start = 7 }).Duration);

    [Fact]
    public void It_is_opaque_on_an_opaque_layer_of_its_size() => Assert.True(Composite.Of(Ground, Letters.Clip(".")).Video!.IsOpaque);

    [Fact]
    public void It_is_not_opaque_where_the_ground_ends_early() =>
        Assert.False(Composite.Of(Ground, Letters.Clip("G", 20)).Video!.IsOpaque);

    [Fact]
    public void A_layer_without_time_is_refused() =>
        Assert.Throws<ArgumentException>(() => Composite.Of(Ground, new Layer(Letters.Clip("G", 2)) { Start = 3, End = 3 }));

    [Fact]
    public void Sounds_are_mixed_from_their_starts()
    {
        Clip a = new(Ground, AudioClip.From(1000, 10, _ => 0.25));
        Clip b = new(Letters.Clip("G", 3), AudioClip.From(1000, 3, _ => 0.5));
        AudioClip sound = Composite.Of(a, new Layer(b) { Start = 2 }).Audio!;
        Assert.Equal([0.25f, 0.75f, 0.75f], sound.Read(1999, 3));
        Assert.Equal([0.75f, 0.25f], sound.Read(4999, 2));
    }

    [Fact]
    public void Sounds_of_other_rates_and_channels_are_brought_together()
    {
        Clip mono = new(Ground, AudioClip.From(8000, 10, _ => 0.25)),
            stereo = new(Ground, AudioClip.From(16000, 2, 10, (_, values) => values[1] = 0.5));
        AudioClip sound = Composite.Of(mono, stereo).Audio!;
        Assert.Equal((16000, 2), (sound.SampleRate, sound.Channels));
        float[] middle = sound.Read(80_000, 1);
        Assert.Equal(0.25, middle[0], 1e-4);
        Assert.Equal(0.75, middle[1], 1e-4);
    }

    [Fact]
    public void A_failing_layer_leaves_no_frame_behind()
    {
        int before = Frame.Outstanding;
        VideoClip failing = VideoClip.From(2, 1, 10, (double _, Frame _) => throw new InvalidOperationException());
        VideoClip clip = Composite.Of(Ground, failing).Video!;
        using (Frame frame = Frame.Rent(4, 3))
            Assert.Throws<InvalidOperationException>(() => clip.Render(0, frame));
        Assert.Equal(before, Frame.Outstanding);
    }

    private static string Seen(Position position) =>
        Letters.At(Composite.Of(Ground, new Layer(Letters.Clip("GB/BG", 10)) { Position = position }).Video!, 1);
}
