namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class FrameArrayTests
{
    [Fact]
    public void Bytes_are_red_green_blue()
    {
        using Frame frame = Frame.Rent(2, 2);
        frame.Fill<byte>([255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255], 3);
        Assert.Equal("RG/BW", Letters.Read(frame));
    }

    [Fact]
    public void Numbers_of_every_type_reach_white()
    {
        AssertWhite<byte>(255);
        AssertWhite<sbyte>(127);
        AssertWhite<short>(short.MaxValue);
        AssertWhite<ushort>(ushort.MaxValue);
        AssertWhite(int.MaxValue);
        AssertWhite(ulong.MaxValue);
        AssertWhite((Half)1);
        AssertWhite(1f);
        AssertWhite(1.0);
        AssertWhite(1m);
    }

    [Fact]
    public void Half_of_a_range_is_grey()
    {
        using Frame frame = Frame.Rent(1, 1);
        frame.Fill<ushort>([32896], 1);
        Assert.Equal(0xFF808080u, frame.PixelRow(0)[0]);
        frame.Fill<double>([0.5], 1);
        Assert.Equal(0xFF808080u, frame.PixelRow(0)[0]);
    }

    [Fact]
    public void What_lies_outside_is_limited_and_nothing_is_black()
    {
        using Frame frame = Frame.Rent(5, 1);
        frame.Fill<float>([-1, 2, float.NaN, float.PositiveInfinity, 0], 1);
        Assert.Equal("KWKWK", Letters.Read(frame));
        frame.Fill<double>([-1, 2, double.NaN, double.PositiveInfinity, 0], 1);
        Assert.Equal("KWKWK", Letters.Read(frame));
    }

    [Fact]
    public void A_fourth_channel_is_straight_alpha()
    {
        using Frame frame = Frame.Rent(3, 1);
        frame.Fill<byte>([255, 0, 0, 128, 0, 255, 0, 0, 255, 255, 255, 255], 4);
        Assert.Equal("r.W", Letters.Read(frame));
    }

    [Fact]
    public void A_second_channel_is_the_alpha_of_grey()
    {
        using Frame frame = Frame.Rent(2, 1);
        frame.Fill<double>([1, 128 / 255.0, 0, 1], 2);
        Assert.Equal("wK", Letters.Read(frame));
    }

    [Fact]
    public void Opaque_frames_written_and_filled_again_are_the_same_in_every_type()
    {
        AssertRoundTrip<byte>(3);
        AssertRoundTrip<short>(3);
        AssertRoundTrip<ushort>(4);
        AssertRoundTrip<long>(3);
        AssertRoundTrip<Half>(4);
        AssertRoundTrip<float>(4);
        AssertRoundTrip<double>(3);
        AssertRoundTrip<decimal>(3);
    }

    [Fact]
    public void Long_rows_of_bytes_are_filled_as_short_ones()
    {
        var bytes = new byte[3 * 37 * 2];
        new Random(1).NextBytes(bytes);
        using Frame frame = Frame.Rent(37, 2);
        frame.Fill<byte>(bytes, 3);
        for (int i = 0; i < 74; i++)
        {
            uint expected = 0xFF000000 | ((uint)bytes[3 * i] << 16) | ((uint)bytes[(3 * i) + 1] << 8) | bytes[(3 * i) + 2];
            Assert.Equal(expected, frame.PixelRow(i / 37)[i % 37]);
        }
    }

    [Fact]
    public void Arrays_of_another_length_are_refused()
    {
        using Frame frame = Frame.Rent(3, 2);
        var error = Assert.Throws<ArgumentException>(() => frame.Fill<byte>(new byte[17], 3));
        Assert.Contains("17 numbers", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Fill<byte>(new byte[30], 5));
        Assert.Throws<ArgumentException>(() => frame.CopyTo<byte>(new byte[17], 3));
    }

    private static void AssertWhite<T>(T white)
        where T : System.Numerics.INumber<T>
    {
        using Frame frame = Frame.Rent(2, 1);
        frame.Fill<T>([white, T.Zero], 1);
        Assert.Equal("WK", Letters.Read(frame));
    }

    private static void AssertRoundTrip<T>(int channels)
        where T : System.Numerics.INumber<T>
    {
        using Frame frame = Pictures.Random(19, 7, 1, opaque: true), again = Frame.Rent(19, 7);
        var values = new T[19 * 7 * channels];
        frame.CopyTo<T>(values, channels);
        again.Fill<T>(values, channels);
        Assert.Equal(0, Pictures.Difference(frame, again));
    }
}
