using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class BadInputTests
{
    public static TheoryData<Mark> Empty =>
    [
        new Line(Numbers.Empty), new Scatter(Numbers.Empty, Numbers.Empty), new Bars(Numbers.Empty, Numbers.Empty),
            new Histogram(Numbers.Empty),
        new Steps(Numbers.Empty, Numbers.Empty), new Stem(Numbers.Empty, Numbers.Empty), new FillBetween(Numbers.Empty, Numbers.Empty),
        new HeatMap(new Matrix([], 3)), new Contour(new Matrix([], 3)), new FilledContour(new Matrix([], 3)), new EventBlocks([]),
        new PianoRoll([]), new Polygon(Numbers.Empty, Numbers.Empty), new Line(new double[] { double.NaN, double.PositiveInfinity }),
        new Scatter(new double[] { double.NaN }, new double[] { 1 }), new HeatMap(new Matrix([float.NaN], 1)),
        new Contour(new Matrix([float.NaN, 1, 2, 3], 2)), new FilledContour(new Matrix([1, 1, 1, 1], 2)), new Span(double.NaN, 1),
        new Rule(double.PositiveInfinity), new Annotation("nowhere", double.NaN, 0) { Offset = (5, 5) },
    ];

    [Theory]
    [MemberData(nameof(Empty))]
    public void Nothing_to_draw_is_an_empty_plot(Mark mark)
    {
        var axes = new Axes(mark with { Label = "nothing" }) { Legend = new(), ColorBar = new() };
        using Frame frame = TestFigures.Draw(axes);
        using Frame logarithmic = TestFigures.Draw(axes with { X = new() { Scale = Scale.Log }, Y = new() { Scale = Scale.Notes } });
        Assert.True(frame.IsOpaque() && logarithmic.IsOpaque());
    }

    [Fact]
    public void Lengths_that_do_not_match_are_named()
    {
        string message = Assert.Throws<ArgumentException>(() => new Line(new double[3], new double[5])).Message;
        Assert.Contains("3 numbers of x do not match 5 of y", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Scatter(new double[3], new double[3]) { Sizes = new double[2] });
        Assert.Throws<ArgumentException>(() => new Scatter(new double[3], new double[3]) { Colors = [Color.Black] });
        Assert.Throws<ArgumentException>(() => new HeatMap(new Matrix(new float[6], 3)) { X = new double[2] });
        Assert.Throws<ArgumentException>(() => new HeatMap(new Matrix(new float[6], 3)) { X = new double[] { 1, 3, 2 } });
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 1)]
    [InlineData(1e308, -1e308)]
    [InlineData(1, 1.0000000000000002)]
    [InlineData(0, 5e-324)]
    public void Odd_limits_are_drawn(double from, double to)
    {
        using Frame frame =
            TestFigures.Draw(new Axes(new Line(new double[] { 1, 2, 3 }))
            {
                Y = new() { Limits = (from, to) },
                X = new() { Limits = (from, to) }
            });
        Assert.True(frame.IsOpaque());
    }

    [Fact]
    public void Reversed_limits_run_the_other_way()
    {
        var axes = TestFigures.Bare(new Scatter(new double[] { 1 }, new double[] { 0.9 }) { Size = 20 });
        using Frame up = TestFigures.DrawBare(axes with { Y = new() { Limits = (0, 1) } });
        using Frame down = TestFigures.DrawBare(axes with { Y = new() { Limits = (1, 0) } });
        Assert.NotEqual(0xFFFFFFFF, up.PixelRow(10)[50]);
        Assert.NotEqual(0xFFFFFFFF, down.PixelRow(90)[50]);
    }

    [Fact]
    public void A_logarithm_of_nothing_is_refused() => Assert.Contains(
        "from -1 to 10",
        Assert.Throws<ArgumentException>(() => TestFigures.Draw(new Axes { X = new() { Scale = Scale.Log, Limits = (-1, 10) } })).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(65_535)]
    public void Sizes_out_of_range_are_refused(int side) => Assert.Throws<ArgumentOutOfRangeException>(() => new Figure { Width = side });

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 700)]
    [InlineData(700, 3)]
    [InlineData(40, 40)]
    public void Tiny_figures_are_drawn(int width, int height)
    {
        var axes = new Axes(new Line(new double[] { 1, 2 }) { Label = "line" }, new HeatMap(new Matrix([1, 2], 2)),
            new Contour(TestFigures.Hills))
        {
            Title = "Title",
            Legend = new(),
            ColorBar = new("bar"),
        };
        using Frame frame = TestFigures.Draw(axes, width, height);
        Assert.Equal((width, height), (frame.Width, frame.Height));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_step_between_ticks_is_positive(double step) => Assert.Throws<ArgumentOutOfRangeException>(() => Ticks.Every(step));

    [Fact]
    public void Other_formats_are_named() => Assert.Contains(
        "'.BMP'", Assert.Throws<ArgumentException>(() => new Figure().Write("figure.bmp")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_cell_outside_is_refused() => Assert.Contains(
        "2 rows and 2 columns",
        Assert.Throws<ArgumentException>(() =>
            (new Figure(new Axes { Cell = new(2, 0) }) { Layout = Layout.Grid(2, 2) }).ToFrame()).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Sizes_of_marks_are_checked_where_they_enter(double size)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Line(Numbers.Empty) { Width = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Line(Numbers.Empty) { MarkerSize = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Scatter(Numbers.Empty, Numbers.Empty) { Size = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Steps(Numbers.Empty, Numbers.Empty) { Width = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Stem(Numbers.Empty, Numbers.Empty) { Size = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Contour(TestFigures.Hills) { Width = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rule(0) { Width = size });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Annotation("", 0, 0) { Size = size });
        Assert.Throws<ArgumentException>(() => new Line(Numbers.Empty) { Dash = [1, size] });
    }

    [Fact]
    public void Sizes_of_points_that_are_no_sizes_leave_them_out()
    {
        double[] sizes = [-1, double.NaN, double.PositiveInfinity, 0];
        using Frame frame = TestFigures.DrawBare(TestFigures.Bare(new Scatter(Numbers.Steps(4), Numbers.Steps(4)) { Sizes = sizes }));
        Assert.Equal(0, TestFigures.Inked(frame));
    }

    [Fact]
    public void A_size_that_is_larger_than_the_picture_fills_it()
    {
        var point = new Scatter(Numbers.Steps(1), Numbers.Steps(1)) { Sizes = new[] { 65_535.0 } };
        using Frame frame = TestFigures.DrawBare(TestFigures.Bare(point));
        Assert.Equal(frame.Width * frame.Height, TestFigures.Inked(frame));
    }

    [Fact]
    public void A_million_ticks_of_ones_own_are_drawn()
    {
        double[] everywhere = [.. Enumerable.Range(0, 1_000_000).Select(i => i * 1e-6)];
        Axis axis = new() { Limits = (0, 1), Ticks = Ticks.At(everywhere) };
        using Frame frame = TestFigures.Draw(new Axes { X = axis, Y = axis });
        Assert.True(frame.IsOpaque());
    }

    [Fact]
    public void A_font_that_is_missing_is_named() => Assert.Contains(
        "'Nowhere Sans'",
        Assert.Throws<ArgumentException>(() =>
            (new Figure(new Axes()) { Theme = Theme.Light with { FontFamily = "Nowhere Sans" } }).ToFrame()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_file_that_cannot_be_written_leaves_nothing()
    {
        string folder = Path.Combine(Path.GetTempPath(), $"cymatic-{Guid.NewGuid():N}");
        Directory.CreateDirectory(folder);
        try
        {
            string path = Path.Combine(folder, "figure.png");
            Assert.Throws<ArgumentException>(() => new Figure(new Axes { Cell = new(2, 0) }) { Layout = Layout.Grid(2, 2) }.Write(path));
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
            Assert.Throws<DirectoryNotFoundException>(() => new Figure().Write(Path.Combine(folder, "nowhere", "figure.png")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
