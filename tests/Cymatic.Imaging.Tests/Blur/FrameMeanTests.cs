namespace Cymatic.Imaging.Tests;

[Collection(nameof(Frame))]
public sealed class FrameMeanTests
{
    [Fact]
    public void The_mean_of_black_and_white_is_grey()
    {
        using Frame white = Letters.Frame("WWWWWWWWWWWWW"), black = Letters.Frame("KKKKKKKKKKKKK"), mean = Frame.Rent(13, 1);
        using var sum = new FrameMean(13, 1);
        sum.Add(white);
        sum.Add(black);
        sum.MeanTo(mean);
        Assert.All(mean.PixelRow(0).ToArray(), pixel => Assert.Equal(0xFF808080u, pixel));
    }

    [Fact]
    public void The_mean_of_many_equal_frames_is_that_frame()
    {
        using Frame frame = Pictures.Random(37, 11, 1), mean = Frame.Rent(37, 11);
        using var sum = new FrameMean(37, 11);
        for (int i = 0; i < FrameMean.MaxFrames; i++)
            sum.Add(frame);
        sum.MeanTo(mean);
        Assert.Equal(0, Pictures.Difference(frame, mean));
        Assert.Throws<InvalidOperationException>(() => sum.Add(frame));
    }

    [Fact]
    public void A_cleared_mean_starts_again()
    {
        using Frame white = Letters.Frame("W"), black = Letters.Frame("K"), mean = Frame.Rent(1, 1);
        using var sum = new FrameMean(1, 1);
        sum.Add(white);
        sum.Clear();
        Assert.Throws<InvalidOperationException>(() => sum.MeanTo(mean));
        sum.Add(black);
        sum.MeanTo(mean);
        Assert.Equal("K", Letters.Read(mean));
    }

    [Fact]
    public void Frames_of_another_size_are_refused()
    {
        using Frame frame = Frame.Rent(3, 2);
        using var sum = new FrameMean(2, 3);
        Assert.Throws<ArgumentException>(() => sum.Add(frame));
    }
}
