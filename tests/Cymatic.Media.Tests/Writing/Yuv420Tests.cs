using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class Yuv420Tests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(31, 3)]
    [InlineData(33, 5)]
    [InlineData(127, 2)]
    [InlineData(256, 8)]
    public void Every_sample_is_the_closed_form(int width, int height)
    {
        using Frame frame = Noise(width, height);
        Yuv420 converter = new(width, height);
        var yuv = new byte[converter.Bytes];
        converter.Convert(frame, yuv);
        int at = 0;
        for (int y = 0; y < converter.Height; y++)
        {
            for (int x = 0; x < converter.Width; x++)
                Assert.InRange(yuv[at++] - Luma(Pixel(frame, x, y)), -0.51, 0.51);
        }

        foreach (Func<(double R, double G, double B), double> difference in new[] { BlueDifference, RedDifference })
        {
            for (int y = 0; y < converter.Height; y += 2)
            {
                for (int x = 0; x < converter.Width; x += 2)
                    Assert.InRange(yuv[at++] - difference(LeftSited(frame, x, y)), -0.51, 0.51);
            }
        }
    }

    [Theory]
    [InlineData(0x000000, 16, 128, 128)]
    [InlineData(0xFFFFFF, 235, 128, 128)]
    [InlineData(0x808080, 126, 128, 128)]
    [InlineData(0xFF0000, 63, 102, 240)]
    [InlineData(0x00FF00, 173, 42, 26)]
    [InlineData(0x0000FF, 32, 240, 118)]
    public void Colours_have_the_values_of_bt709(uint rgb, int luma, int blue, int red)
    {
        using Frame frame = Frame.Rent(64, 2);
        for (int y = 0; y < 2; y++)
            TestClips.Row(frame, y).Fill(0xFF000000 | rgb);
        var yuv = new byte[64 * 3];
        new Yuv420(64, 2).Convert(frame, yuv);
        Assert.All(yuv[..128], value => Assert.Equal(luma, value));
        Assert.All(yuv[128..160], value => Assert.Equal(blue, value));
        Assert.All(yuv[160..], value => Assert.Equal(red, value));
    }

    [Fact]
    public void Converting_allocates_nothing()
    {
        using Frame frame = Noise(200, 100);
        Yuv420 converter = new(200, 100);
        var yuv = new byte[converter.Bytes];
        converter.Convert(frame, yuv);
        long before = GC.GetAllocatedBytesForCurrentThread();
        converter.Convert(frame, yuv);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static Frame Noise(int width, int height)
    {
        Frame frame = Frame.Rent(width, height);
        Random random = new(3);
        for (int y = 0; y < height; y++)
            random.NextBytes(frame.Row(y));
        return frame;
    }

    private static (double R, double G, double B) Pixel(Frame frame, int x, int y)
    {
        uint p = TestClips.Row(frame, Math.Min(y, frame.Height - 1))[Math.Clamp(x, 0, frame.Width - 1)];
        return (p >> 16 & 255, p >> 8 & 255, p & 255);
    }

    private static (double R, double G, double B) LeftSited(Frame frame, int x, int y)
    {
        (double R, double G, double B) sum = default;
        foreach ((int dx, int dy, double weight) in new[] { (-1, 0, 1), (0, 0, 2), (1, 0, 1), (-1, 1, 1), (0, 1, 2), (1, 1, 1.0) })
        {
            (double r, double g, double b) = Pixel(frame, x + dx, y + dy);
            sum = (sum.R + weight * r / 8, sum.G + weight * g / 8, sum.B + weight * b / 8);
        }

        return sum;
    }

    private static double Gamma((double R, double G, double B) p) => (0.2126 * p.R + 0.7152 * p.G + 0.0722 * p.B) / 255;

    private static double Luma((double R, double G, double B) p) => 16 + 219 * Gamma(p);

    private static double BlueDifference((double R, double G, double B) p) => 128 + 224 * (p.B / 255 - Gamma(p)) / 1.8556;

    private static double RedDifference((double R, double G, double B) p) => 128 + 224 * (p.R / 255 - Gamma(p)) / 1.5748;
}
