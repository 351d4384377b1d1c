using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class Yuv420PictureTests
{
    [Theory]
    [InlineData(1, 1, "bt709", false)]
    [InlineData(2, 2, "bt709", false)]
    [InlineData(31, 3, "bt601", false)]
    [InlineData(33, 5, "bt2020", true)]
    [InlineData(127, 6, "bt709", true)]
    [InlineData(200, 9, "bt601", true)]
    public void Every_pixel_is_the_closed_form(int width, int height, string matrix, bool isFull)
    {
        YuvMatrix colours = Matrix(matrix, isFull);
        var format = new Yuv420Picture(width, height, colours);
        var picture = new byte[format.Bytes];
        new Random(5).NextBytes(picture);
        using Frame frame = Frame.Rent(width, height);
        format.ToFrame(picture, frame);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
                AssertIs(ClosedForm(picture, (width, height), (x, y), colours), frame.PixelRow(y)[x]);
        }
    }

    [Theory]
    [InlineData(16, 128, 128, 0xFF000000)]
    [InlineData(235, 128, 128, 0xFFFFFFFF)]
    [InlineData(63, 102, 240, 0xFFFF0100)]
    [InlineData(173, 42, 26, 0xFF00FF01)]
    [InlineData(32, 240, 118, 0xFF0100FF)]
    public void Samples_have_the_colours_of_bt709(byte luma, byte blue, byte red, uint argb)
    {
        byte[] picture = [.. Enumerable.Repeat(luma, 64), .. Enumerable.Repeat(blue, 16), .. Enumerable.Repeat(red, 16)];
        using Frame frame = Frame.Rent(32, 2);
        new Yuv420Picture(32, 2, Matrix("bt709", false)).ToFrame(picture, frame);
        Assert.All(frame.PixelRow(1).ToArray(), pixel => Assert.Equal(argb, pixel));
    }

    [Fact]
    public void What_we_convert_for_an_encoder_comes_back()
    {
        using Frame frame = Frame.Rent(64, 64), back = Frame.Rent(64, 64);
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 64; x++)
                frame.PixelRow(y)[x] = 0xFF000000 | (uint)(x * 4) << 16 | (uint)(y * 4) << 8 | (uint)(x + y);
        }

        var there = new Yuv420(64, 64);
        var yuv = new byte[there.Bytes];
        there.Convert(frame, yuv);
        new Yuv420Picture(64, 64, Matrix("bt709", false)).ToFrame(yuv, back);
        for (int y = 0; y < 64; y++)
        {
            for (int i = 4; i < 63 * 4; i++) // the first and the last column have no neighbour outside
                Assert.InRange(back.Row(y)[i] - frame.Row(y)[i], -4, 4);
        }
    }

    [Fact]
    public void A_straight_picture_becomes_premultiplied()
    {
        var straight = new byte[256 * 4 * 3];
        new Random(1).NextBytes(straight);
        var format = new BgraPicture(256, 3, null, hasAlpha: true);
        using Frame frame = Frame.Rent(256, 3);
        format.ToFrame(straight, frame);
        for (int i = 0; i < straight.Length; i++)
        {
            int alpha = straight[i | 3], expected = (i & 3) == 3 ? alpha : (int)Math.Round(straight[i] * alpha / 255.0);
            Assert.Equal(expected, frame.Row(i / 1024)[i % 1024]);
        }
    }

    private static YuvMatrix Matrix(string name, bool isFull) => name switch
    {
        "bt709" => new(name, 0.2126, 0.0722, isFull),
        "bt601" => new(name, 0.299, 0.114, isFull),
        _ => new(name, 0.2627, 0.0593, isFull),
    };

    private static (double R, double G, double B) ClosedForm(
        byte[] picture, (int Width, int Height) size, (int X, int Y) at, YuvMatrix matrix)
    {
        double y = picture[at.Y * size.Width + at.X], u = Chroma(picture, size, at, 0) - 128, v = Chroma(picture, size, at, 1) - 128;
        y = matrix.IsFull ? y : (y - 16) * 255 / 219;
        (u, v) = matrix.IsFull ? (u, v) : (u * 255 / 224, v * 255 / 224);
        double red = y + 2 * (1 - matrix.Red) * v, blue = y + 2 * (1 - matrix.Blue) * u;
        return (red, (y - matrix.Red * red - matrix.Blue * blue) / (1 - matrix.Red - matrix.Blue), blue);
    }

    // Left-sited, linear: the sample grid lies at even columns and between rows.
    private static double Chroma(byte[] picture, (int Width, int Height) size, (int X, int Y) at, int plane)
    {
        int width = (size.Width + 1) / 2, height = (size.Height + 1) / 2, start = size.Width * size.Height + plane * width * height;
        double x = at.X / 2.0, y = (at.Y - 0.5) / 2;
        double Sample(double column, double row) =>
            picture[start + (int)Math.Clamp(row, 0, height - 1) * width + (int)Math.Clamp(column, 0, width - 1)];
        double left = Math.Floor(x), top = Math.Floor(y), right = x - left, down = y - top;
        return (1 - down) * ((1 - right) * Sample(left, top) + right * Sample(left + 1, top))
            + down * ((1 - right) * Sample(left, top + 1) + right * Sample(left + 1, top + 1));
    }

    private static void AssertIs((double R, double G, double B) expected, uint pixel)
    {
        Assert.Equal(255u, pixel >> 24);
        Assert.InRange((pixel >> 16 & 255) - Math.Clamp(expected.R, 0, 255), -0.54, 0.54);
        Assert.InRange((pixel >> 8 & 255) - Math.Clamp(expected.G, 0, 255), -0.54, 0.54);
        Assert.InRange((pixel & 255) - Math.Clamp(expected.B, 0, 255), -0.54, 0.54);
    }
}
