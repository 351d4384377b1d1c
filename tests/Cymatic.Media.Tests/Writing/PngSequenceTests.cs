using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class PngSequenceTests : IDisposable
{
    private static readonly VideoWriteOptions Ten = new() { FrameRate = new FrameRate(10) };
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("f_%03d.png", "f_000.png,f_001.png,f_002.png")]
    [InlineData("100% %d.png", "100% 0.png,100% 1.png,100% 2.png")]
    [InlineData("%s%%%2d.PNG", "%s%%00.PNG,%s%%01.PNG,%s%%02.PNG")]
    public void Frames_are_numbered_from_0_and_other_signs_are_only_signs(string pattern, string expected)
    {
        VideoFile.Write(_folder[pattern], new Clip(TestClips.Moving(16, 16, 0.3)), Ten);
        Assert.Equal(expected.Split(','), _folder.Names);
    }

    [Fact]
    public void A_folder_is_made_when_its_last_picture_is_whole()
    {
        VideoFile.Write(_folder["new/"], new Clip(TestClips.Moving(16, 16, 0.3)), Ten);
        Assert.Equal(["new"], _folder.Names);
        Assert.Equal(3, Directory.GetFiles(_folder["new"]).Length);
    }

    [Fact]
    public void Pictures_are_the_frames()
    {
        VideoClip clip = TestClips.Moving(33, 17, 0.5);
        VideoFile.Write(_folder["%d.png"], new Clip(clip), Ten with { RenderThreads = 3 });
        using Frame expected = Frame.Rent(33, 17);
        for (int n = 0; n < 5; n++)
        {
            clip.Render(n / 10.0, expected);
            using Frame read = PngReader.Read(_folder[$"{n}.png"]);
            for (int y = 0; y < 17; y++)
                Assert.Equal(expected.Row(y).ToArray(), read.Row(y).ToArray());
        }
    }

    [Fact]
    public void Nothing_is_left_after_an_exception_and_older_pictures_stay()
    {
        File.WriteAllText(_folder["0.png"], "old");
        VideoClip video = VideoClip.From(8, 8, 1, (double t, Frame frame) =>
        {
            if (t > 0.5)
                throw new InvalidTimeZoneException("drawn");
            frame.Clear();
        });
        Assert.Throws<InvalidTimeZoneException>(() => VideoFile.Write(_folder["%d.png"], new Clip(video), Ten));
        Assert.Equal(["0.png"], _folder.Names);
        Assert.Equal("old", File.ReadAllText(_folder["0.png"]));
        Assert.Throws<InvalidTimeZoneException>(() => VideoFile.Write(_folder["new/"], new Clip(video), Ten));
        Assert.Equal(["0.png"], _folder.Names);
    }

    [Fact]
    public void Nothing_is_left_after_a_cancellation()
    {
        using CancellationTokenSource source = new();
        VideoClip video = VideoClip.From(8, 8, 100, (double t, Frame frame) =>
        {
            if (t > 5)
                source.Cancel();
            frame.Clear();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => VideoFile.Write(_folder["%d.png"], new Clip(video), Ten, null, source.Token));
        Assert.Empty(_folder.Names);
    }

    [Fact]
    public void A_name_without_a_number_is_refused() => Assert.Contains(
        "frame_%05d.png",
        Assert.Throws<ArgumentException>(() => VideoFile.Write(_folder["a.png"], new Clip(TestClips.Moving(8, 8, 1)))).Message,
        StringComparison.Ordinal);
}
