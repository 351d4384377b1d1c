namespace Cymatic.Media.Tests;

public sealed class ReadFrameTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        DecoderPool.CloseIdle();
        _folder.Dispose();
    }

    public static TheoryData<string> Movies => [.. TestMovies.All.Keys];

    [Theory]
    [MemberData(nameof(Movies))]
    public void Every_frame_is_that_of_a_sequential_read_in_any_order_by_any_threads(string name)
    {
        VideoFileClip clip = VideoFileClip.Open(TestMovies.Make(_folder, name));
        ulong[] expected = TestMovies.Sequential(_folder, clip);
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(n => TestMovies.SumAt(clip, n)));
        Assert.Equal(expected.Length, clip.FrameCount);
        clip.Source.Rest();
        DecoderPool.CloseIdle();
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Reverse().Select(n => TestMovies.SumAt(clip, n)).Reverse());
        clip.Source.Rest();
        DecoderPool.CloseIdle();
        int[] order = [.. Enumerable.Range(0, 3 * expected.Length).Select(i => i % expected.Length)];
        new Random(7).Shuffle(order);
        ParallelOptions four = new() { MaxDegreeOfParallelism = 4 };
        Parallel.ForEach(order, four, n => Assert.Equal(expected[n], TestMovies.SumAt(clip, n)));
        Assert.Throws<ArgumentOutOfRangeException>(() => TestMovies.SumAt(clip, expected.Length));
    }

    [Theory]
    [MemberData(nameof(Movies))]
    public void Rendering_at_the_time_of_a_frame_shows_that_frame(string name)
    {
        VideoFileClip clip = VideoFileClip.Open(TestMovies.Make(_folder, name));
        long[] shown = [.. Enumerable.Range(0, (int)clip.FrameCount).Select(n => clip.FrameNumberAt(clip.TimeOf(n)))];
        Assert.Equal(Enumerable.Range(0, (int)clip.FrameCount).Select(n => (long)n), shown);
        Assert.InRange(clip.Duration, clip.TimeOf(clip.FrameCount - 1), clip.TimeOf(clip.FrameCount - 1) + 0.2);
    }
}
