using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class ImageFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.png", "rgb24", 0)]
    [InlineData("a.png", "rgb48be", 1)]
    [InlineData("a.png", "pal8", 100)]
    [InlineData("a.bmp", "bgr24", 0)]
    [InlineData("a.tiff", "rgb24", 0)]
    [InlineData("a.jpg", "yuvj444p", 12)]
    [InlineData("a.webp", "bgra", 0)]
    [InlineData("50%d.bmp", "bgr24", 0)]
    public void A_picture_of_any_kind_is_read(string name, string pixels, int tolerance)
    {
        string[] picture = ["-f", "lavfi", "-i", "gradients=s=61x47:c0=red:c1=blue:x0=0:y0=0:x1=60:y1=46"];
        TemporaryFolder.Ffmpeg([.. picture, "-frames:v", "1", "-pix_fmt", "rgb24", _folder["plain.png"]]);
        string extension = Path.GetExtension(name);
        string[] lossless = name == "a.webp" ? ["-lossless", "1"] : [];
        TemporaryFolder.Ffmpeg(["-i", _folder["plain.png"], "-pix_fmt", pixels, "-q:v", "1", .. lossless, _folder["made" + extension]]);
        File.Move(_folder["made" + extension], _folder[name]);
        using Frame expected = PngReader.Read(_folder["plain.png"]), read = ImageFile.Read(_folder[name]);
        Assert.Equal((61, 47), (read.Width, read.Height));
        for (int y = 0; y < 47; y++)
        {
            for (int i = 0; i < 61 * 4; i++)
                Assert.InRange(read.Row(y)[i] - expected.Row(y)[i], -tolerance, tolerance);
        }
    }

    [Fact]
    public void A_photograph_is_turned_as_its_exif_data_say()
    {
        const string BlueAboveRed = "color=red:s=64x48,drawbox=w=64:h=24:c=blue:t=fill";
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", BlueAboveRed, "-frames:v", "1", _folder["a.jpg"]);
        byte[] plain = File.ReadAllBytes(_folder["a.jpg"]);
        byte[] orientation = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0];
        File.WriteAllBytes(_folder["b.jpg"], [.. plain[..2], 0xFF, 0xE1, 0, (byte)(orientation.Length + 2), .. orientation, .. plain[2..]]);
        using Frame frame = ImageFile.Read(_folder["b.jpg"]);
        Assert.Equal((48, 64), (frame.Width, frame.Height));
        Assert.InRange(frame.PixelRow(32)[40] & 0xFF, 230u, 255u); // the blue top has become the right side
        Assert.InRange(frame.PixelRow(32)[8] & 0xFF, 0u, 30u);
    }

    [Theory]
    [InlineData("noise.png")]
    [InlineData("noise.jpg")]
    public void What_is_no_picture_is_refused_in_one_sentence(string name)
    {
        var noise = new byte[3000];
        new Random(2).NextBytes(noise);
        File.WriteAllBytes(_folder[name], noise);
        UnreadableMediaException e = Assert.Throws<UnreadableMediaException>(() => ImageFile.Read(_folder[name]));
        Assert.StartsWith(name + " ", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public void A_folder_of_pictures_is_shown_in_the_order_of_its_numbers()
    {
        foreach (int n in new[] { 10, 9, 2, 100, 1 })
            WriteGrey($"50%d {n}.png", n);
        ImageSequenceClip clip = ImageSequenceClip.OpenFolder(_folder.Root, new FrameRate(10));
        Assert.Equal([1, 2, 9, 10, 100], Enumerable.Range(0, 5).Select(n => GreyAt(clip, n / 10.0)));
        Assert.Equal(0.5, clip.Duration);
        Assert.Equal(100, GreyAt(clip, 0.7));
    }

    [Fact]
    public void A_picture_of_another_size_says_so_when_its_time_comes()
    {
        WriteGrey("1.png", 5);
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "color=red:s=20x20", "-frames:v", "1", _folder["2.png"]);
        VideoClip clip = VideoClip.FromImages([_folder["1.png"], _folder["2.png"]], new FrameRate(1));
        Assert.Equal(5, GreyAt(clip, 0));
        Assert.Equal(
            "2.png is 20×20, not 16×12 as the first picture.", Assert.Throws<UnreadableMediaException>(() => GreyAt(clip, 1)).Message);
    }

    private void WriteGrey(string name, int grey)
    {
        using Frame frame = Frame.Rent(16, 12);
        frame.Fill(Color.FromBytes((byte)grey, (byte)grey, (byte)grey));
        AtomicFile.Write(_folder[name], stream => PngWriter.Write(frame, stream));
    }

    private static int GreyAt(VideoClip clip, double t)
    {
        using Frame frame = Frame.Rent(16, 12);
        clip.Render(t, frame);
        return (int)(frame.PixelRow(0)[0] & 0xFF);
    }
}
