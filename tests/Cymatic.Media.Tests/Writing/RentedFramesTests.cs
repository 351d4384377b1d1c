using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>Counts the frames of the whole process, so nothing else may run.</summary>
[Collection(nameof(Frame))]
public sealed class RentedFramesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("a.gif")]
    [InlineData("a.webm")]
    public void No_frame_stays_rented(string name)
    {
        int before = Frame.Outstanding;
        VideoFile.Write(_folder[name], new Clip(TestClips.Moving(16, 16, 0.5)), new VideoWriteOptions { Preset = EncoderPreset.Ultrafast });
        Assert.Equal(before, Frame.Outstanding);
    }
}
