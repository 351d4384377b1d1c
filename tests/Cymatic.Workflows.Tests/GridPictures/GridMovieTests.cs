using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows.Tests;

[Collection(nameof(GridPicture))]
public sealed class GridMovieTests
{
    private static readonly GridMovieOptions Small = new() { Width = 640, Height = 360 };

    [Theory]
    [InlineData(3, 8)]
    [InlineData(33, 20)]
    [InlineData(12, 300)]
    [InlineData(90, 5)]
    [InlineData(1000, 260)]
    [InlineData(0, 4)]
    public void A_frame_depends_on_its_time_alone(int rows, double duration)
    {
        using var movie = new GridMovie(ExampleGrids.Create(rows, duration), ExampleGrids.Song(Math.Min(duration, 30)), Small);
        double[] times = [0, duration * 0.31, duration * 0.62, duration];
        byte[][] inOrder = [.. times.Select(time => Pixels(movie, time))];
        var results = new byte[40][];
        Parallel.For(0, results.Length, i => results[i] = Pixels(movie, times[i * 3 % 4]));
        for (int i = 0; i < results.Length; i++)
            Assert.Equal(inOrder[i * 3 % 4], results[i]);
    }

    [Fact]
    public void A_block_is_brighter_while_it_sounds_and_not_before_or_long_after()
    {
        SoundGrid grid = ExampleGrids.Create(4, 4) with { Events = [new(1, 1.5, 2, -10)] };
        using var movie = new GridMovie(grid, null, Small);
        GridMovieLayout layout = GridMovieLayout.Create(grid, Small, hasWaveform: false);
        int x = layout.Rows.X + layout.Position(1.05), y = layout.Rows.Y + 2 * layout.RowHeight + layout.RowHeight / 2;
        uint rest = At(movie, 0.99, x, y), lit = At(movie, 1.3, x, y), after = At(movie, 2, x, y);
        Assert.Equal(rest, after);
        Assert.True(Brightness(lit) > Brightness(rest) + 60);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(500)]
    public void The_playhead_is_in_view_at_every_time(double duration)
    {
        GridMovieLayout layout = GridMovieLayout.Create(ExampleGrids.Create(6, duration), Small, hasWaveform: false);
        for (double time = 0; time <= duration; time += 0.05)
            Assert.InRange(layout.Position(time) - layout.ViewStart(time), 0, layout.Rows.Width);
    }

    [Fact]
    public void The_view_never_runs_backwards_nor_jumps()
    {
        GridMovieLayout layout = GridMovieLayout.Create(ExampleGrids.Create(6, 500), Small, hasWaveform: false);
        int before = 0;
        for (int frame = 0; frame < 500 * 30; frame++)
        {
            int start = layout.ViewStart(frame / 30.0);
            Assert.InRange(start - before, 0, layout.Rows.Width / 8);
            before = start;
        }

        Assert.True(before > 0);
    }

    [Fact]
    public void Frames_are_opaque_and_all_is_filled()
    {
        using var movie = new GridMovie(ExampleGrids.Create(5, 100), ExampleGrids.Song(20), Small);
        using Frame frame = Frame.Rent(640, 360);
        frame.Pixels.Fill(0x3C);
        movie.Render(77, frame);
        Assert.True(frame.IsOpaque());
    }

    [Fact]
    public void A_frame_of_another_size_is_refused()
    {
        using var movie = new GridMovie(ExampleGrids.Create(5, 3), null, Small);
        using Frame frame = Frame.Rent(641, 360);
        Assert.Throws<ArgumentException>(() => movie.Render(0, frame));
    }

    [Fact]
    public void A_disposed_movie_leaves_no_frame()
    {
        int before = Frame.Outstanding;
        new GridMovie(ExampleGrids.Create(5, 3), null, Small).Dispose();
        Assert.Equal(before, Frame.Outstanding);
    }

    [Theory]
    [InlineData(0, "0:00.0")]
    [InlineData(62.96, "1:02.9")]
    [InlineData(0.3, "0:00.3")]
    [InlineData(3600, "60:00.0")]
    public void The_clock_cuts_tenths(double seconds, string text) => Assert.Equal(text, GridMovieLabels.Clock(seconds));

    [Fact]
    public void The_frame_is_the_approved_one()
    {
        GridMovieOptions options = Small with { Title = "Demo", Theme = ExampleGrids.WithOwnFont(GridTheme.Dark) };
        using var movie = new GridMovie(ExampleGrids.Create(12, 8), ExampleGrids.Song(8), options);
        using Frame frame = Frame.Rent(640, 360);
        movie.Render(3.1, frame);
        ApprovedPicture.Check(frame, "grid-movie");
    }

    private static byte[] Pixels(GridMovie movie, double time)
    {
        using Frame frame = Frame.Rent(movie.Width, movie.Height);
        movie.Render(time, frame);
        return frame.Pixels.ToArray();
    }

    private static uint At(GridMovie movie, double time, int x, int y)
    {
        using Frame frame = Frame.Rent(movie.Width, movie.Height);
        movie.Render(time, frame);
        return frame.PixelRow(y)[x];
    }

    private static uint Brightness(uint argb) => (argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255);
}
