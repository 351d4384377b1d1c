namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class FrameTests
{
    [Fact]
    public void Rows_start_at_multiples_of_64_bytes()
    {
        using Frame frame = Frame.Rent(17, 3);
        Assert.Equal(128, frame.Stride);
        Assert.Equal(0, frame.Pointer % 64);
        Assert.Equal(17 * 4, frame.Row(2).Length);
    }

    [Fact]
    public void A_disposed_frame_is_not_outstanding()
    {
        int before = Frame.Outstanding;
        Frame frame = Frame.Rent(4, 4);
        Assert.Equal(before + 1, Frame.Outstanding);
        frame.Dispose();
        frame.Dispose();
        Assert.Equal(before, Frame.Outstanding);
    }

    [Fact]
    public void A_disposed_frame_has_no_pixels()
    {
        Frame frame = Frame.Rent(4, 4);
        frame.Dispose();
        Assert.Throws<ObjectDisposedException>(() => frame.Pixels.Length);
        Assert.Throws<ObjectDisposedException>(() => frame.Row(0).Length);
    }

    [Fact]
    public void Memory_is_used_again()
    {
        Frame first = Frame.Rent(211, 199);
        nint address = first.Pointer;
        first.Dispose();
        using Frame second = Frame.Rent(211, 199);
        Assert.Equal(address, second.Pointer);
    }

    [Fact]
    public void The_pool_never_keeps_more_than_its_cap()
    {
        List<Frame> frames = [.. Enumerable.Range(0, 40).Select(_ => Frame.Rent(1920, 1080))];
        frames.ForEach(frame => frame.Dispose());
        Assert.InRange(FramePool.KeptBytes, 1920 * 1080 * 4, FramePool.CapBytes);
    }

    [Fact]
    public void A_poisoned_pool_overwrites_what_is_rented()
    {
        bool before = FramePool.Poison;
        FramePool.Poison = true;
        try
        {
            using Frame frame = Frame.Rent(3, 3);
            Assert.Equal(0xCDCDCDCD, frame.PixelRow(1)[1]);
        }
        finally
        {
            FramePool.Poison = before;
        }
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, -1)]
    [InlineData(32768, 1)]
    [InlineData(32767, 32767)]
    public void Impossible_sizes_are_refused(int width, int height) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Frame.Rent(width, height));

    [Fact]
    public void A_row_that_does_not_exist_is_refused()
    {
        using Frame frame = Frame.Rent(2, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Row(2).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Row(-1).Length);
    }
}
