using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Cymatic.Imaging;

namespace Cymatic.Media.Tests;

/// <summary>No process and no file outlives its use. One after the other, as they look at this process's children.</summary>
[Collection(nameof(ChildTests))]
public sealed class DecoderLifeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public DecoderLifeTests() => DecoderPool.CloseAll();

    public void Dispose()
    {
        DecoderPool.CloseAll();
        _folder.Dispose();
    }

    [Fact]
    public void Two_thousand_clips_opened_and_dropped_leave_no_process_and_no_file()
    {
        string first = Movie("0.mp4", 1);
        for (int i = 1; i < 10; i++)
            File.Copy(first, _folder[$"{i}.mp4"]);
        int files = OpenFiles();
        for (int i = 0; i < 2000; i++)
            Open(i);
        DecoderPool.CloseAll();
        Assert.Empty(Children());
        Assert.InRange(OpenFiles(), 0, files + 2);
    }

    [Fact]
    public void A_clip_that_was_used_keeps_nothing_when_everything_rests()
    {
        string path = Movie("a.mp4", 8);
        int files = OpenFiles();
        VideoFileClip clip = VideoClip.FromFile(path);
        foreach (long number in new long[] { 0, 150, 20, 199, 80 })
            TestMovies.SumAt(clip, number);
        Assert.NotEmpty(Children());
        Assert.True(FrameSpool.KeptBytes > 0);
        DecoderPool.CloseAll();
        Assert.Empty(Children());
        Assert.Equal(0, FrameSpool.KeptBytes);
        Assert.InRange(OpenFiles(), 0, files);
        Assert.Equal(0, Frame.Outstanding);
    }

    [Fact]
    public void Writing_a_movie_of_a_movie_leaves_no_decoder()
    {
        Clip clip = Clip.FromFile(Movie("a.mp4", 4));
        VideoFile.Write(_folder["b.mp4"], clip, new() { Preset = EncoderPreset.Ultrafast });
        Assert.Empty(Children());
    }

    [Fact]
    public void An_exception_while_a_movie_of_a_movie_is_written_leaves_no_decoder()
    {
        VideoClip clip = VideoClip.FromFile(Movie("a.mp4", 4)).Filter((t, _) => Assert.True(t < 1));
        Assert.ThrowsAny<Exception>(() => VideoFile.Write(_folder["b.mp4"], new Clip(clip), new() { Preset = EncoderPreset.Ultrafast }));
        Assert.Empty(Children());
    }

    [Fact]
    public void A_decoder_that_was_killed_while_nobody_waited_is_replaced()
    {
        VideoFileClip clip = VideoClip.FromFile(Movie("a.mp4", 8));
        ulong[] expected = TestMovies.Sequential(_folder, clip);
        Assert.Equal(expected[0], TestMovies.SumAt(clip, 0));
        foreach (int child in Children())
            Kill(child);
        Assert.Equal(expected[199], TestMovies.SumAt(clip, 199));
    }

    [Fact]
    public void Four_clips_of_one_file_that_are_read_together_are_decoded_once()
    {
        string path = Movie("a.mp4", 8);
        VideoFileClip[] clips = [.. Enumerable.Range(0, 4).Select(_ => VideoClip.FromFile(path))];
        for (int n = 0; n < 200; n++)
        {
            ulong sum = TestMovies.SumAt(clips[0], n);
            Assert.All(clips, clip => Assert.Equal(sum, TestMovies.SumAt(clip, n)));
            Assert.InRange(DecoderPool.Running, 0, 1);
        }
    }

    [Fact]
    public void A_file_that_has_changed_or_gone_says_so()
    {
        string path = Movie("a.mp4", 1);
        VideoFileClip clip = VideoClip.FromFile(path);
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        UnreadableMediaException e = Assert.Throws<UnreadableMediaException>(() => TestMovies.SumAt(clip, 0));
        Assert.Equal("a.mp4 has changed since it was opened.", e.Message);
        File.Delete(path);
        e = Assert.Throws<UnreadableMediaException>(() => TestMovies.SumAt(clip, 0));
        Assert.Equal("a.mp4 was there when it was opened, and is gone.", e.Message);
        Assert.Empty(Children());
    }

    [Fact]
    public void A_decoder_that_gives_nothing_is_ended()
    {
        VideoFileClip clip = VideoFileClip.Open(Movie("a.mp4", 1), new VideoReadOptions { PatienceSeconds = 0.4 });
        string slow = _folder["ffmpeg"];
        File.WriteAllText(slow, "#!/bin/sh\nexec sleep 1000\n");
        TemporaryFolder.Run("chmod", "+x", slow);
        Environment.SetEnvironmentVariable("CYMATIC_FFMPEG", slow);
        try
        {
            Assert.Equal(
                "a.mp4 could not be read: ffmpeg gave nothing for 0.4 s.",
                Assert.Throws<UnreadableMediaException>(() => TestMovies.SumAt(clip, 0)).Message);
        }
        finally
        {
            Environment.SetEnvironmentVariable("CYMATIC_FFMPEG", null);
        }

        Assert.Empty(Children());
    }

    // In a method of its own, so that nothing on the stack keeps the clip.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Open(int i)
    {
        VideoFileClip clip = VideoClip.FromFile(_folder[$"{i % 10}.mp4"]);
        if (i % 100 == 0)
            TestMovies.SumAt(clip, i % 25);
    }

    private string Movie(string name, int seconds)
    {
        string length = seconds.ToString(CultureInfo.InvariantCulture);
        TemporaryFolder.Ffmpeg("-f", "lavfi", "-i", $"testsrc2=s=96x64:r=25:d={length}", "-c:v", "libx264", "-g", "50", _folder[name]);
        return _folder[name];
    }

    private static int OpenFiles() => Directory.EnumerateFileSystemEntries("/proc/self/fd").Count();

    private static void Kill(int id)
    {
        using Process process = Process.GetProcessById(id);
        process.Kill();
    }

    private static int[] Children()
    {
        List<int> children = [];
        foreach (string task in Directory.GetDirectories("/proc/self/task"))
        {
            string list = Path.Combine(task, "children");
            if (File.Exists(list)) // else the thread has ended meanwhile
                children.AddRange(File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
        }

        return [.. children];
    }
}
