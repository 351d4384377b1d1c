using System.Text;
using Cymatic.Grid;
using Cymatic.Imaging;

namespace Cymatic.Workflows.Tests;

[Collection(nameof(GridPicture))]
public sealed class GridPictureTests
{
    public static TheoryData<int, double> Sizes => new()
    {
        { 0, 5 }, { 1, 2 }, { 3, 10 }, { 33, 20 }, { 80, 30 }, { 33, 360 }, { 5, 3600 }, { 60, 3600 }, { 1, 0.05 }, { 3000, 900 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Nothing_leaves_the_picture(int rows, double duration)
    {
        SoundGrid grid = ExampleGrids.Create(rows, duration);
        if (rows > 0)
        {
            GridSound first = grid.Sounds[0] with { Name = "a name that is far too long for its place at the left of the row" };
            grid = grid with { Sounds = [first, .. grid.Sounds.Skip(1)] };
        }

        var picture = new GridPicture(grid, ExampleGrids.Song(Math.Min(duration, 20)), new() { Title = new string('W', 300) });
        const int border = 60;
        using Frame frame = Frame.Rent((int)picture.Width + 2 * border, (int)picture.Height + 2 * border);
        frame.Fill(Color.White);
        using (var canvas = new Canvas(frame))
        {
            canvas.Translate(border, border);
            picture.Draw(canvas);
        }

        Assert.True(IsBorderWhite(frame, border + 12));
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_png_is_as_wide_as_asked_and_not_too_tall(int rows, double duration)
    {
        using Frame frame = new GridPicture(ExampleGrids.Create(rows, duration), null, new() { Width = 1200, Scale = 1 }).Render();
        Assert.Equal(1200, frame.Width);
        Assert.InRange(frame.Height, 150, 20000);
        Assert.True(frame.IsOpaque());
    }

    [Fact]
    public void A_line_of_several_shows_only_the_rows_that_sound_in_it()
    {
        SoundGrid grid = ExampleGrids.Create(2, 400, bpm: null) with { Events = [new(1, 2, 0, -10), new(399, 399.5, 1, -10)] };
        GridLayout layout = GridLayout.Create(grid, new(), hasWaveform: false);
        Assert.Equal([0], layout.Rows[0]);
        Assert.Equal([1], layout.Rows[^1]);
    }

    [Fact]
    public void A_single_line_shows_every_row()
    {
        SoundGrid grid = ExampleGrids.Create(3, 4) with { Events = [] };
        Assert.Equal([0, 1, 2], GridLayout.Create(grid, new(), hasWaveform: false).Rows.Single());
    }

    [Fact]
    public void Blocks_lie_on_their_rows_in_their_rows_colours()
    {
        SoundGrid grid = ExampleGrids.Create(6, 4);
        using Frame frame = new GridPicture(grid, null, new() { Width = 1600, Scale = 1 }).Render();
        GridLayout layout = GridLayout.Create(grid, new() { Width = 1600, Scale = 1 }, hasWaveform: false);
        Color[] colors = GridTheme.Light.RowColors(6);
        Assert.All(grid.Events, block =>
        {
            int x = (int)layout.X(0, (block.Onset + block.Offset) / 2), y = (int)(layout.RowsTop(0) + (block.Row + 0.5) * layout.RowHeight);
            uint drawn = frame.PixelRow(y)[x];
            Color seen = Color.FromBytes((byte)(drawn >> 16), (byte)(drawn >> 8), (byte)drawn);
            double distance = Oklab.From(colors[block.Row]).DistanceTo(Oklab.From(seen));
            Assert.InRange(distance, 0, 0.005);
        });
    }

    [Fact]
    public void Louder_blocks_are_taller_when_asked()
    {
        SoundGrid grid = ExampleGrids.Create(1, 2) with { Events = [new(0.1, 0.4, 0, -6), new(1, 1.4, 0, -30)] };
        using Frame frame = new GridPicture(grid, null, new() { Width = 1600, Scale = 1, LevelAsHeight = true }).Render();
        GridLayout layout = GridLayout.Create(grid, new() { Width = 1600, Scale = 1 }, hasWaveform: false);
        int Height(double time) => Enumerable.Range((int)layout.RowsTop(0), (int)layout.RowHeight)
            .Count(y => frame.PixelRow(y)[(int)layout.X(0, time)] != GridTheme.Light.Band.ToPremultipliedArgb());
        Assert.InRange(Height(1.2), 4, 0.5 * Height(0.25));
    }

    [Fact]
    public void A_long_song_is_broken_at_bar_lines()
    {
        SoundGrid grid = ExampleGrids.Create(8, 200);
        IReadOnlyList<(double From, double To)> lines = GridLines.Break(grid, new(1400, 50, 4));
        Assert.InRange(lines.Count, 2, 12);
        Assert.Equal((0, 200), (lines[0].From, lines[^1].To));
        Assert.All(lines.Skip(1), line => Assert.Equal(0, Math.IEEERemainder(line.From - grid.FirstBeat, 2), 1e-9));
        Assert.All(lines.Zip(lines.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
    }

    [Fact]
    public void A_song_of_a_few_seconds_has_one_line() => Assert.Single(GridLines.Break(ExampleGrids.Create(3, 12), new(1400, 50, 4)));

    [Theory]
    [InlineData(0.3)]
    [InlineData(7.0)]
    [InlineData(59.9)]
    [InlineData(3600.0)]
    public void Time_labels_never_touch(double duration)
    {
        double scale = 1400 / duration;
        var ticks = new SongTimes(duration, scale, 64);
        var style = new TextStyle { Size = 12 };
        double before = double.NegativeInfinity;
        foreach (var (time, label) in ticks.Between(0, duration))
        {
            double half = TextRuler.Measure(label, style).Ink.Width / 2;
            Assert.True(time * scale - half > before + 6, label);
            before = time * scale + half;
        }
    }

    [Fact]
    public void A_repeat_ends_the_block_before_it()
    {
        IReadOnlyList<GridEvent> blocks = GridBlocks.WithoutOverlap([new(0, 2, 0, 0), new(1, 3, 0, 0), new(1.5, 4, 1, 0)]);
        Assert.Equal([1, 3, 4], blocks.Select(block => block.Offset));
    }

    [Fact]
    public void Facts_count_in_words() =>
        Assert.Equal("1 sound  ·  7 blocks  ·  2 s  ·  120 BPM", GridHeader.Facts(ExampleGrids.Create(1, 2)));

    [Fact]
    public void Every_format_is_written_as_it_is_named()
    {
        string folder = Directory.CreateTempSubdirectory("grid").FullName;
        try
        {
            var picture = new GridPicture(ExampleGrids.Create(4, 5), ExampleGrids.Song(5));
            foreach (var (name, start) in (ReadOnlySpan<(string, string)>)[("a.png", "\u0089PNG"), ("a.svg", "<?xml"), ("a.PDF", "%PDF-1")])
            {
                picture.Write(Path.Combine(folder, name));
                Assert.StartsWith(
                    start, Encoding.Latin1.GetString(File.ReadAllBytes(Path.Combine(folder, name))), StringComparison.Ordinal);
            }

            Assert.Throws<ArgumentException>(() => picture.Write(Path.Combine(folder, "a.bmp")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("grid-light", false)]
    [InlineData("grid-dark", true)]
    public void The_picture_is_the_approved_one(string name, bool dark)
    {
        GridPictureOptions options = new()
        {
            Width = 1000,
            Scale = 1,
            Title = "Demo",
            Theme = ExampleGrids.WithOwnFont(dark ? GridTheme.Dark : GridTheme.Light),
            LevelAsHeight = dark,
        };
        using Frame frame = new GridPicture(ExampleGrids.Create(12, 8), ExampleGrids.Song(8), options).Render();
        ApprovedPicture.Check(frame, name);
    }

    [Fact]
    public void No_frame_is_left_after_drawing()
    {
        int before = Frame.Outstanding;
        new GridPicture(ExampleGrids.Create(4, 5)).Render().Dispose();
        Assert.Equal(before, Frame.Outstanding);
    }

    private static bool IsBorderWhite(Frame frame, int border)
    {
        for (int y = 0; y < frame.Height; y++)
        {
            bool edge = y < border || y >= frame.Height - border;
            ReadOnlySpan<uint> row = frame.PixelRow(y);
            if (edge
                ? row.ContainsAnyExcept(uint.MaxValue)
                : row[..border].ContainsAnyExcept(uint.MaxValue) || row[^border..].ContainsAnyExcept(uint.MaxValue))
                return false;
        }

        return true;
    }
}
