using System.Buffers.Binary;
using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>Transparency survives in every format that has it.</summary>
public sealed class AlphaTests : IDisposable
{
    private const int Side = 64;
    private static readonly VideoWriteOptions Fast = new() { Preset = EncoderPreset.Ultrafast, Crf = 5, FrameRate = new FrameRate(10) };

    // Straight 0xAARRGGBB in the quarters, from left to right and top to bottom.
    private static readonly uint[] Quarters = [0xFFFF0000, 0x8000FF00, 0x00000000, 0x400000FF];
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.webm", "libvpx-vp9", 4)]
    [InlineData("a.mov", "prores", 2)]
    [InlineData("a.apng", "apng", 0)]
    public void Alpha_and_colour_are_read_back(string name, string decoder, int tolerance)
    {
        VideoFile.Write(_folder[name], new Clip(Patchwork(0.5)), Fast);
        byte[] rgba = Decode(_folder[name], decoder);
        Assert.Equal(5 * Side * Side * 4, rgba.Length);
        for (int quarter = 0; quarter < 4; quarter++)
            AssertColor(Quarters[quarter], rgba.AsSpan(3 * Side * Side * 4), quarter, tolerance);
    }

    [Fact]
    public void A_gif_shows_what_is_more_than_half_there()
    {
        VideoFile.Write(_folder["a.gif"], new Clip(Patchwork(0.5)), Fast);
        byte[] rgba = Decode(_folder["a.gif"], "gif");
        Assert.Equal(5 * Side * Side * 4, rgba.Length);
        AssertColor(0xFFFF0000, rgba, 0, 4);
        AssertColor(0xFF00FF00, rgba, 1, 4);
        Assert.Equal((0, 0), (Pixel(rgba, 2)[3], Pixel(rgba, 3)[3]));
    }

    [Fact]
    public void Every_frame_of_a_webp_has_its_alpha()
    {
        VideoFile.Write(_folder["a.webp"], new Clip(Patchwork(0.3)), Fast with { Animation = new() { Lossless = true } });
        byte[][] frames = [.. WebPFrames(File.ReadAllBytes(_folder["a.webp"]))];
        Assert.Equal(3, frames.Length);
        File.WriteAllBytes(_folder["first.webp"], frames[0]);
        byte[] rgba = Decode(_folder["first.webp"], "webp");
        for (int quarter = 0; quarter < 4; quarter++)
            AssertColor(Quarters[quarter], rgba, quarter, 1);
    }

    [Theory]
    [InlineData("a.webm")]
    [InlineData("a.gif")]
    public void The_bytes_do_not_depend_on_the_number_of_threads(string name)
    {
        byte[][] files = [.. new[] { 1, 2, 7 }.Select(threads =>
        {
            VideoFile.Write(_folder[name], new Clip(Patchwork(1)), Fast with { RenderThreads = threads });
            return File.ReadAllBytes(_folder[name]);
        })];
        Assert.All(files, file => Assert.Equal(files[0], file));
    }

    [Fact]
    public void Transparency_that_begins_late_is_kept()
    {
        VideoClip late = VideoClip.From(Side, Side, 2, (t, frame) => frame.Fill(t < 1.5 ? Color.FromBytes(255, 0, 0) : default));
        VideoFile.Write(_folder["a.webm"], new Clip(late), Fast);
        byte[] rgba = Decode(_folder["a.webm"], "libvpx-vp9");
        Assert.Equal((255, 0), (rgba[3], rgba[^1]));
    }

    [Theory]
    [InlineData("a.webm", "yuv420p")]
    [InlineData("a.mov", "yuv444p12le")]
    [InlineData("a.apng", "rgb24")]
    public void Opaque_pictures_have_no_alpha(string name, string pixels)
    {
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(Side, Side, 0.5)), Fast);
        Assert.Equal(pixels, TemporaryFolder.Probe(_folder[name], "stream=pix_fmt"));
        Assert.DoesNotContain(
            "alpha_mode", TemporaryFolder.Run("ffprobe", "-v", "error", "-show_streams", _folder[name]), StringComparison.Ordinal);
    }

    [Fact]
    public void Transparency_becomes_black_in_h264()
    {
        VideoFile.Write(_folder["a.mp4"], new Clip(Patchwork(0.5)), Fast);
        byte[] rgba = Decode(_folder["a.mp4"], "h264");
        AssertColor(0xFF008000, rgba, 1, 4);
        AssertColor(0xFF000000, rgba, 2, 4);
    }

    [Fact]
    public void The_edge_of_what_is_seen_keeps_its_colour()
    {
        VideoClip half = VideoClip.From(Side, Side, 0.2, (_, frame) =>
        {
            frame.Clear();
            frame.Fill(new PixelRectangle(0, 0, 33, Side), Color.FromBytes(255, 0, 0));
        });
        VideoFile.Write(_folder["a.webm"], new Clip(half), Fast);
        byte[] rgba = Decode(_folder["a.webm"], "libvpx-vp9");
        int at = (32 * Side + 32) * 4;
        Assert.InRange(rgba[at], 245, 255);
        Assert.InRange(rgba[at + 1], 0, 12);
    }

    private static VideoClip Patchwork(double duration) => VideoClip.From(Side, Side, duration, (t, frame) =>
    {
        for (int y = 0; y < Side; y++)
        {
            Span<uint> row = frame.PixelRow(y);
            for (int x = 0; x < Side; x++)
                row[x] = Premultiplied(Quarters[2 * (y / (Side / 2)) + x / (Side / 2)]);
        }

        frame.PixelRow(0)[(int)(t * 10)] = 0xFFFFFFFF; // every frame differs
    });

    private static uint Premultiplied(uint straight)
    {
        uint alpha = straight >> 24;
        uint Part(int shift) => ((straight >> shift & 255) * alpha + 127) / 255 << shift;
        return alpha << 24 | Part(16) | Part(8) | Part(0);
    }

    private static ReadOnlySpan<byte> Pixel(ReadOnlySpan<byte> rgba, int quarter) =>
        rgba.Slice(((quarter / 2 * 32 + 16) * Side + quarter % 2 * 32 + 16) * 4, 4);

    private static void AssertColor(uint expected, ReadOnlySpan<byte> rgba, int quarter, int tolerance)
    {
        ReadOnlySpan<byte> pixel = Pixel(rgba, quarter);
        Assert.InRange(pixel[3] - (int)(expected >> 24), -tolerance, tolerance);
        for (int c = 0; c < 3 && expected >> 24 > 0; c++)
            Assert.InRange(pixel[c] - (int)(expected >> 16 - 8 * c & 255), -tolerance, tolerance);
    }

    private byte[] Decode(string path, string decoder)
    {
        TemporaryFolder.Ffmpeg(
            "-c:v", decoder, "-i", path, "-fps_mode", "passthrough", "-sws_flags", "bicubic+accurate_rnd+full_chroma_int",
            "-pix_fmt", "rgba", "-f", "rawvideo", _folder["raw"]);
        return File.ReadAllBytes(_folder["raw"]);
    }

    // ffmpeg cannot read animated WebP; each of its frames is a WebP picture without its head.
    private static IEnumerable<byte[]> WebPFrames(byte[] file)
    {
        for (int at = 12; at + 8 <= file.Length;)
        {
            int size = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            if (file.AsSpan(at, 4).SequenceEqual("ANMF"u8))
            {
                byte[] inside = file[(at + 8 + 16)..(at + 8 + size)];
                yield return [.. "RIFF"u8, .. BitConverter.GetBytes(inside.Length + 4), .. "WEBP"u8, .. inside];
            }

            at += 8 + size + (size & 1);
        }
    }
}
