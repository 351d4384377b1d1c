using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class FramePixelTests
{
    [Fact]
    public void Fill_covers_only_what_lies_in_the_frame()
    {
        using Frame frame = Letters.Frame("RRR/RRR");
        frame.Fill(new PixelRectangle(1, -4, 9, 5), new Color(0, 0, 1));
        Assert.Equal("RBB/RRR", Letters.Read(frame));
    }

    [Fact]
    public void Clear_leaves_transparent_black()
    {
        using Frame frame = Letters.Frame("RG/BW");
        frame.Clear();
        Assert.Equal("../..", Letters.Read(frame));
    }

    [Fact]
    public void Copy_moves_a_part()
    {
        using Frame source = Letters.Frame("RGB/WKR"), target = Letters.Frame("..../..../....");
        source.CopyTo(new PixelRectangle(1, 0, 2, 2), target, (2, 1));
        Assert.Equal("..../..GB/..KR", Letters.Read(target));
    }

    [Fact]
    public void Copy_refuses_what_does_not_fit()
    {
        using Frame source = Letters.Frame("RGB"), target = Letters.Frame("..");
        Assert.Throws<ArgumentException>(() => source.CopyTo(target));
        Assert.Throws<ArgumentException>(() => source.CopyTo(new PixelRectangle(0, 0, 2, 1), target, (1, 0)));
    }

    [Fact]
    public void Blending_puts_opaque_over_and_leaves_what_transparent_covers()
    {
        using Frame over = Letters.Frame("R.G"), under = Letters.Frame("BBBB/WWWW");
        over.BlendOnto(under, (1, 0));
        Assert.Equal("BRBG/WWWW", Letters.Read(under));
    }

    [Fact]
    public void Blending_cuts_at_every_edge()
    {
        using Frame over = Letters.Frame("RRR/RRR/RRR"), under = Letters.Frame("BBB/BBB/BBB");
        over.BlendOnto(under, (-2, -2));
        over.BlendOnto(under, (2, 2));
        over.BlendOnto(under, (9, 9));
        Assert.Equal("RBB/BBB/BBR", Letters.Read(under));
    }

    [Fact]
    public void Blending_rounds_as_cairo_does() =>
        Prop.ForAll(ArbMap.Default.ArbFor<uint[]>().Generator.Where(pixels => pixels.Length > 0).ToArbitrary(), pixels =>
        {
            using Frame over = Random(pixels, 1), ours = Random(pixels, 2), cairos = Random(pixels, 2);
            over.BlendOnto(ours);
            using (var canvas = new Canvas(cairos))
                canvas.DrawPicture(over, new Box(0, 0, over.Width, over.Height), new PictureOptions { Smooth = false });
            return ours.PixelRow(0).SequenceEqual(cairos.PixelRow(0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Half_opacity_mixes_equally()
    {
        using Frame over = Letters.Frame("WWWWW"), under = Letters.Frame("KKKKK");
        over.BlendOnto(under, opacity: 0.5);
        Assert.All(under.PixelRow(0).ToArray(), pixel => Assert.Equal(0xFF808080, pixel));
    }

    [Fact]
    public void Opaque_is_alpha_255_everywhere()
    {
        using Frame opaque = Letters.Frame("RGB/WKR"), not = Letters.Frame("RGB/WkR");
        Assert.True(opaque.IsOpaque());
        Assert.False(not.IsOpaque());
    }

    // Valid premultiplied pixels: no part above alpha.
    private static Frame Random(uint[] pixels, int seed)
    {
        Frame frame = Frame.Rent(pixels.Length, 1);
        for (int x = 0; x < pixels.Length; x++)
        {
            uint value = (pixels[x] + (uint)seed) * 2654435761u, alpha = value >> 24;
            frame.PixelRow(0)[x] = (alpha << 24) | ((value >> 16 & 255) * alpha / 255 << 16) | ((value >> 8 & 255) * alpha / 255 << 8)
                | ((value & 255) * alpha / 255);
        }

        return frame;
    }
}
