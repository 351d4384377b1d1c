using System.IO.Compression;
using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class PngTests
{
    [Fact]
    public void An_opaque_frame_survives_the_round_trip() => RoundTrip(opaque: true, tolerance: 0);

    // Straight 8-bit colour keeps premultiplied colour to within one step.
    [Fact]
    public void A_transparent_frame_survives_the_round_trip() => RoundTrip(opaque: false, tolerance: 1);

    [Fact]
    public void An_opaque_frame_is_written_as_rgb()
    {
        using Frame frame = Letters.Frame("RG/BW");
        Assert.Equal(2, Bytes(frame)[25]);
        frame.PixelRow(0)[0] = 0x80800000;
        Assert.Equal(6, Bytes(frame)[25]);
    }

    [Fact]
    public void Every_filter_is_read_back()
    {
        // A flat row, a ramp, its repetition, a diagonal and noise: each filter is the best somewhere.
        using Frame frame = Frame.Rent(300, 60);
        var random = new Random(7);
        for (int y = 0; y < 60; y++)
        {
            Span<uint> row = frame.PixelRow(y);
            for (int x = 0; x < row.Length; x++)
            {
                int value = (y / 10) switch
                {
                    0 => 0,
                    1 => x,
                    2 => x * y / 3,
                    3 => random.Next(256),
                    4 => x + 7 * y,
                    _ => x * x / 99 + y * y,
                };
                uint v = (uint)value & 255;
                row[x] = 0xFF000000 | (v << 16) | (v << 8) | (255 - v);
            }
        }

        using Frame back = PngReader.Read(new MemoryStream(Bytes(frame)));
        for (int y = 0; y < 60; y++)
            Assert.True(frame.Row(y).SequenceEqual(back.Row(y)), $"row {y}");
    }

    [Fact]
    public void Files_cut_anywhere_are_refused()
    {
        using Frame frame = Letters.Frame("RGB/WKR");
        byte[] whole = Bytes(frame);
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidDataException>(() => PngReader.Read(new MemoryStream(whole[..length])).Width);
    }

    [Fact]
    public void A_changed_byte_is_noticed_everywhere()
    {
        using Frame frame = Letters.Frame("RGB/WKR");
        byte[] whole = Bytes(frame);
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] changed = [.. whole];
            changed[i] ^= 0x41;
            Assert.Throws<InvalidDataException>(() => PngReader.Read(new MemoryStream(changed)).Width);
        }
    }

    private static void RoundTrip(bool opaque, int tolerance) =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>().Generator.Where(bytes => bytes.Length > 0).ToArbitrary(), bytes =>
        {
            using Frame frame = Frame.Rent(1 + bytes[0] % 40, 1 + bytes.Length % 5);
            Scramble(frame, bytes, opaque);
            using Frame back = PngReader.Read(new MemoryStream(Bytes(frame)));
            return Enumerable.Range(0, frame.Height).All(y => Near(frame.Row(y), back.Row(y), tolerance));
        }).QuickCheckThrowOnFailure();

    private static void Scramble(Frame frame, byte[] bytes, bool opaque)
    {
        for (int y = 0, i = 0; y < frame.Height; y++)
        {
            foreach (ref uint pixel in frame.PixelRow(y))
            {
                uint alpha = opaque ? 255u : bytes[i++ % bytes.Length];
                uint part = bytes[i++ % bytes.Length] * alpha / 255;
                pixel = (alpha << 24) | (part << 16) | (part / 2 << 8) | part;
            }
        }
    }

    private static bool Near(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, int tolerance)
    {
        for (int i = 0; i < a.Length; i++)
        {
            if (Math.Abs(a[i] - b[i]) > tolerance)
                return false;
        }

        return true;
    }

    private static byte[] Bytes(Frame frame)
    {
        var stream = new MemoryStream();
        PngWriter.Write(frame, stream, CompressionLevel.Fastest);
        return stream.ToArray();
    }
}
