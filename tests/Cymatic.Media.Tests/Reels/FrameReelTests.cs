using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class FrameReelTests
{
    [Theory]
    [InlineData(64, 32)]
    [InlineData(33, 17)]
    public void A_picture_comes_back_as_it_was(int width, int height)
    {
        using var reel = new FrameReel(width, height, 10);
        using Frame picture = Frame.Rent(width, height), back = Frame.Rent(width, height);
        picture.Fill(new Color(0.8, 0.4, 0.2));
        int number = reel.Add(picture);
        reel.Read(number, back);
        uint was = picture.PixelRow(height / 2)[width / 2], now = back.PixelRow(height / 2)[width / 2];
        Assert.All([0, 8, 16, 24], shift => Assert.InRange((int)(was >> shift & 255) - (int)(now >> shift & 255), -2, 2));
    }

    [Fact]
    public void A_clip_plays_pictures_in_the_order_that_is_asked_for()
    {
        using var reel = new FrameReel(16, 16, 3);
        using Frame picture = Frame.Rent(16, 16);
        foreach (double grey in new[] { 0.0, 0.5, 1.0 })
        {
            picture.Fill(new Color(grey, grey, grey));
            reel.Add(picture);
        }

        VideoClip clip = reel.Play(new FrameRate(25), [2, 0, 1]);
        var seen = new List<uint>();
        for (int n = 0; n < 3; n++)
        {
            clip.Render(n / 25.0, picture);
            seen.Add((picture.PixelRow(3)[3] & 255) / 100);
        }

        Assert.Equal([2u, 0u, 1u], seen);
    }

    [Fact]
    public void Encoders_get_the_planes_that_were_kept()
    {
        using var reel = new FrameReel(16, 16, 1);
        using Frame picture = Frame.Rent(16, 16);
        picture.Fill(new Color(0.3, 0.6, 0.9));
        reel.Add(picture);
        byte[] planes = new byte[384], expected = new byte[384];
        new Yuv420(16, 16).Convert(picture, expected);
        Assert.True(reel.Play(new FrameRate(25), [0]).TryRenderPlanes(0, planes));
        Assert.Equal(expected, planes);
    }

    [Fact]
    public void More_pictures_than_the_disk_has_room_for_are_refused_before_the_first() =>
        Assert.Contains(
            "has room for", Assert.Throws<IOException>(() => new FrameReel(7680, 4320, 100_000_000)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_picture_of_another_size_is_refused()
    {
        using var reel = new FrameReel(16, 16, 1);
        using Frame picture = Frame.Rent(8, 8);
        Assert.Throws<ArgumentException>(() => reel.Add(picture));
    }

    [Fact]
    public void Samples_come_back_from_anywhere()
    {
        using var reel = new SoundReel();
        reel.Add([1, 2, 3]);
        Assert.Equal(3, reel.Add([4, 5, 6]));
        var samples = new float[3];
        reel.Read(2, samples);
        Assert.Equal([3f, 4f, 5f], samples);
    }

    [Fact]
    public void Samples_behind_the_end_are_refused()
    {
        using var reel = new SoundReel();
        reel.Add([1, 2, 3]);
        Assert.Throws<ArgumentOutOfRangeException>(() => reel.Read(1, new float[3]));
    }
}
