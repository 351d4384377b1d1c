using System.Globalization;
using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

public sealed class DamagedMovieTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        DecoderPool.CloseIdle();
        _folder.Dispose();
    }

    // CYMATIC_MUTANTS=100 makes five hundred.
    private static int Mutants =>
        int.TryParse(Environment.GetEnvironmentVariable("CYMATIC_MUTANTS"), CultureInfo.InvariantCulture, out int count) ? count : 8;

    [Theory]
    [InlineData("a.mp4", "-c:v libx264 -g 10 -c:a aac")]
    [InlineData("a.webm", "-c:v libvpx -c:a libvorbis")]
    [InlineData("a.mkv", "-c:v mpeg4 -g 10 -c:a flac")]
    [InlineData("a.gif", "-an")]
    [InlineData("a.avi", "-c:v mjpeg -c:a pcm_s16le")]
    public void A_damaged_file_gives_pictures_or_a_sentence_and_never_hangs(string name, string codecs)
    {
        TemporaryFolder.Ffmpeg(
            ["-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", .. codecs.Split(' '), _folder[name]]);
        byte[] whole = File.ReadAllBytes(_folder[name]);
        Parallel.For(0, Mutants, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            string path = _folder[string.Create(CultureInfo.InvariantCulture, $"mutant{i}{Path.GetExtension(name)}")];
            File.WriteAllBytes(path, Mutant(whole, i));
            Exception? e = Record.Exception(() => ReadSome(path));
            Assert.True(e is null or UnreadableMediaException or FfmpegException, $"{i}: {e}");
            if (e is not null)
                Assert.Matches(@"^mutant[^\n]*\.$", e is FfmpegException ? "mutant." : e.Message);
        });
    }

    [Theory]
    [InlineData("a.mp4", "-movflags +faststart")]
    [InlineData("a.mkv", "-g 250")]
    public void A_file_that_is_cut_off_gives_the_frames_that_are_there(string name, string options)
    {
        string[] codec = ["-c:v", "libx264", "-bf", "0", .. options.Split(' ')];
        TemporaryFolder.Ffmpeg(["-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=4", .. codec, _folder["whole" + name]]);
        byte[] whole = File.ReadAllBytes(_folder["whole" + name]);
        File.WriteAllBytes(_folder[name], whole[..(whole.Length * 2 / 3)]);
        VideoFileClip clip = VideoClip.FromFile(_folder[name]), original = VideoClip.FromFile(_folder["whole" + name]);
        Assert.InRange(clip.FrameCount, 12, 99);
        for (int n = 0; n < 12; n++)
            Assert.Equal(TestMovies.SumAt(original, n), TestMovies.SumAt(clip, n));
        TestMovies.SumAt(clip, clip.FrameCount - 1);
    }

    [Theory]
    [InlineData("two words.mp4")]
    [InlineData("it's \"quoted\".mp4")]
    [InlineData("two\nlines.mp4")]
    [InlineData("-dash.mp4")]
    [InlineData("%d-%03d.mp4")]
    [InlineData("concat:a|b.mp4")]
    [InlineData("http:localhost.mp4")]
    [InlineData("üñí-日本 🎬.mp4")]
    public void Any_name_is_only_a_name(string name)
    {
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", "-f", "lavfi", "-i", "sine=d=1", _folder["a.mp4"]);
        File.Move(_folder["a.mp4"], _folder[name]);
        Clip clip = Clip.FromFile(_folder[name]);
        Assert.Equal(25, ((VideoFileClip)clip.Video!).FrameCount);
        TestMovies.SumAt((VideoFileClip)clip.Video!, 20);
        clip.Audio!.Render(0, new float[100]);
    }

    [Fact]
    public void Pictures_that_are_too_large_are_refused()
    {
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", "testsrc2=s=64x48:r=25:d=1", _folder["a.mp4"]);
        UnreadableMediaException e = Assert.Throws<UnreadableMediaException>(
            () => VideoFileClip.Open(_folder["a.mp4"], new VideoReadOptions { MaxPixels = 3000 }));
        Assert.Equal("a.mp4 holds pictures of 64×48 pixels, more than the 3000 allowed.", e.Message);
    }

    private static void ReadSome(string path)
    {
        Clip clip = Clip.FromFile(path, new VideoReadOptions { PatienceSeconds = 30 });
        clip.Audio?.Render(1000, new float[512 * clip.Audio.Channels]);
        if (clip.Video is not VideoFileClip video)
            return;
        using Frame frame = Frame.Rent(video.Width, video.Height);
        foreach (double t in new[] { 0, 0.9, 0.5 })
            video.Render(t, frame);
        video.FrameAt(video.FrameCount - 1, frame);
    }

    // By turns: bytes of the header, bytes anywhere, a shorter file, a piece that is zero.
    private static byte[] Mutant(byte[] whole, int i)
    {
        Random random = new(i);
        byte[] mutant = [.. whole];
        for (int change = 0; change < 1 + i % 24 && i % 4 < 2; change++)
            mutant[random.Next(i % 4 == 0 ? Math.Min(600, mutant.Length) : mutant.Length)] = (byte)random.Next(256);
        if (i % 4 == 3)
            mutant.AsSpan(random.Next(mutant.Length / 2), mutant.Length / 4).Clear();
        return i % 4 == 2 ? mutant[..random.Next(1, mutant.Length)] : mutant;
    }
}
