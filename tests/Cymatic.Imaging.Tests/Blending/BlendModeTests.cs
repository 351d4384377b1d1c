namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class BlendModeTests
{
    public static TheoryData<BlendMode> Modes => [.. Enum.GetValues<BlendMode>()];

    // Our numbers are float32 of 8-bit pixels; the specification's form needs straight colours, whose division costs up to a step.
    [Theory]
    [MemberData(nameof(Modes))]
    public void A_mode_is_the_specifications_formula_within_1(BlendMode mode)
    {
        using Frame source = Pictures.Random(67, 9, 1), target = Pictures.Random(67, 9, 2), expected = Frame.Rent(67, 9);
        for (int y = 0; y < 9; y++)
        {
            for (int x = 0; x < 67; x++)
                Expect(mode, source.Row(y).Slice(4 * x, 4), target.Row(y).Slice(4 * x, 4), expected.Row(y).Slice(4 * x, 4));
        }

        source.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mode = mode });
        Assert.InRange(Pictures.Difference(expected, target), 0, 1);
        Assert.True(Pictures.IsPremultiplied(target));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Transparent_pixels_change_nothing(BlendMode mode)
    {
        using Frame source = Letters.Frame(".................."), target = Letters.Frame("RGBWK.rgbRGBWK.rgb");
        source.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mode = mode });
        Assert.Equal("RGBWK.rgbRGBWK.rgb", Letters.Read(target));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Over_nothing_every_mode_shows_the_source(BlendMode mode)
    {
        using Frame source = Letters.Frame("RGBWK.rgbRGBWK.rgb"), target = Letters.Frame("..................");
        source.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mode = mode });
        Assert.Equal("RGBWK.rgbRGBWK.rgb", Letters.Read(target));
    }

    [Fact]
    public void Difference_of_a_picture_with_itself_is_black()
    {
        using Frame source = Letters.Frame("RGBWK"), target = Letters.Frame("RGBWK");
        source.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mode = BlendMode.Difference });
        Assert.Equal("KKKKK", Letters.Read(target));
    }

    [Fact]
    public void Half_a_multiplication_is_the_mean_of_before_and_after()
    {
        using Frame source = Letters.Frame("K"), target = Letters.Frame("W");
        source.BlendOnto(target, (0.0, 0.0), new BlendOptions { Mode = BlendMode.Multiply, Opacity = 128 / 255.0 });
        Assert.Equal(0xFF7F7F7Fu, target.PixelRow(0)[0]);
    }

    private static void Expect(BlendMode mode, ReadOnlySpan<byte> source, ReadOnlySpan<byte> target, Span<byte> expected)
    {
        double sa = source[3] / 255.0, ta = target[3] / 255.0;
        expected[3] = (byte)Math.Round(255 * (sa + ta - (sa * ta)));
        for (int c = 0; c < 3; c++)
        {
            double s = sa == 0 ? 0 : source[c] / 255.0 / sa, t = ta == 0 ? 0 : target[c] / 255.0 / ta;
            double mixed = ((1 - ta) * s) + (ta * Blend(mode, t, s));
            expected[c] = (byte)Math.Round(255 * Math.Clamp((sa * mixed) + ((1 - sa) * ta * t), 0, 1));
        }
    }

    // W3C Compositing and Blending Level 1, section 10.1: t is the backdrop.
    private static double Blend(BlendMode mode, double t, double s) => mode switch
    {
        BlendMode.Normal => s,
        BlendMode.Multiply => t * s,
        BlendMode.Screen => t + s - (t * s),
        BlendMode.Overlay => Blend(BlendMode.HardLight, s, t),
        BlendMode.Darken => Math.Min(t, s),
        BlendMode.Lighten => Math.Max(t, s),
        BlendMode.Add => Math.Min(1, t + s),
        BlendMode.Subtract => Math.Max(0, t - s),
        BlendMode.Difference => Math.Abs(t - s),
        BlendMode.Exclusion => t + s - (2 * t * s),
        BlendMode.ColorDodge => t == 0 ? 0 : s >= 1 ? 1 : Math.Min(1, t / (1 - s)),
        BlendMode.ColorBurn => t >= 1 ? 1 : s == 0 ? 0 : 1 - Math.Min(1, (1 - t) / s),
        BlendMode.HardLight => s <= 0.5 ? t * 2 * s : Blend(BlendMode.Screen, t, (2 * s) - 1),
        _ => s <= 0.5 ? t - ((1 - (2 * s)) * t * (1 - t)) : t + (((2 * s) - 1) * (Soft(t) - t)),
    };

    private static double Soft(double t) => t <= 0.25 ? ((((16 * t) - 12) * t) + 4) * t : Math.Sqrt(t);
}
