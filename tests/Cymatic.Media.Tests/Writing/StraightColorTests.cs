using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class StraightColorTests
{
    [Fact]
    public void Every_part_is_divided_by_every_alpha_to_the_nearest()
    {
        for (uint alpha = 0; alpha < 256; alpha++)
        {
            uint[] premultiplied =
                [.. Enumerable.Range(0, (int)alpha + 1).Select(part => alpha << 24 | (uint)part << 16 | (uint)part << 8 | (uint)part)];
            var straight = new uint[premultiplied.Length];
            StraightColor.Divide(premultiplied, straight);
            for (uint part = 0; part <= alpha; part++)
            {
                uint expected = alpha == 0 ? 0 : (part * 255 + alpha / 2) / alpha;
                Assert.Equal(alpha == 0 ? 0 : alpha << 24 | expected * 0x010101, straight[part]);
            }
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(33, 3)]
    public void Ten_bits_are_the_closed_form(int width, int height)
    {
        using Frame frame = Frame.Rent(width, height);
        Random random = new(3);
        for (int y = 0; y < height; y++)
        {
            foreach (ref uint pixel in frame.PixelRow(y))
                pixel = 0xFF000000 | (uint)random.Next(1 << 24);
        }

        Yuv444P10 converter = new(width, height, alpha: true);
        var bytes = new byte[converter.Bytes];
        converter.Convert(frame, bytes);
        for (int i = 0; i < width * height; i++)
        {
            uint p = frame.PixelRow(i / width)[i % width];
            (double r, double g, double b) = ((p >> 16 & 255) / 255.0, (p >> 8 & 255) / 255.0, (p & 255) / 255.0);
            double luma = 0.2126 * r + 0.7152 * g + 0.0722 * b;
            double[] expected = [64 + 876 * luma, 512 + 896 * (b - luma) / 1.8556, 512 + 896 * (r - luma) / 1.5748, 1023];
            for (int plane = 0; plane < 4; plane++)
                Assert.InRange(BitConverter.ToUInt16(bytes, 2 * (plane * width * height + i)) - expected[plane], -0.6, 0.6);
        }
    }
}
