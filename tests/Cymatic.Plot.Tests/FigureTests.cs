using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class FigureTests
{
    [Fact]
    public void An_animation_draws_what_the_figure_draws()
    {
        Numbers x = Numbers.Between(0, 6, 50);
        Axes At(double t) =>
            new(new Bars(Numbers.Steps(6), Numbers.Steps(6)),
                new Line(x, x.Map(v => 2 + Math.Sin(v + t))) { Label = "sine" })
            { Legend = new() };
        Figure still = TestFigures.Of(At(0)),
            moving = TestFigures.Of(At(0) with { Marks = [At(0).Marks[0], new Moving(t => At(t).Marks[1])] });
        using FigureAnimation animation = moving.Animate();
        using Frame first = still.ToFrame(), again = Frame.Rent(animation.Width, animation.Height);
        animation.Render(1, again);
        Assert.True(ApprovedPicture.DifferentShare(first, again) > 0.002);
        animation.Render(0, again);
        Assert.Equal(0, ApprovedPicture.DifferentShare(first, again));
    }

    [Fact]
    public void Frames_do_not_depend_on_order_or_thread()
    {
        Numbers x = Numbers.Between(0, 6, 50);
        using FigureAnimation animation = TestFigures.Of(new Axes { X = new() { Limits = (0, 6) }, Y = new() { Limits = (-1, 1) } })
            .Animate(t => new Scatter(x, x.Map(v => Math.Sin(v + t))));
        var frames = new byte[16][];
        Parallel.For(0, frames.Length, i =>
        {
            using Frame frame = Frame.Rent(animation.Width, animation.Height);
            animation.Render(i % 4, frame);
            frames[i] = frame.Pixels.ToArray();
        });
        for (int i = 4; i < frames.Length; i++)
            Assert.Equal(frames[i % 4], frames[i]);
    }

    [Fact]
    public void Dots_for_each_inch_scale_everything()
    {
        Figure figure = TestFigures.Of(new Axes(new Line(new double[] { 1, 3, 2 })) { Title = "Title" });
        using Frame one = figure.ToFrame(), two = (figure with { Dpi = 192 }).ToFrame();
        Assert.Equal((2 * one.Width, 2 * one.Height), (two.Width, two.Height));
        Assert.InRange(TestFigures.Inked(two) / (double)TestFigures.Inked(one), 2, 4);
    }

    [Fact]
    public void A_ground_can_be_transparent()
    {
        Theme clear = TestFigures.Light with { Background = Color.Transparent, Ground = Color.Transparent };
        using Frame frame = (TestFigures.Of(new Axes()) with { Theme = clear }).ToFrame();
        Assert.Equal(0u, frame.PixelRow(0)[0]);
        Assert.Equal(0u, frame.PixelRow(3)[frame.Width / 2]);
    }

    [Fact]
    public void No_label_is_cut()
    {
        var axes = new Axes(new Line(Numbers.Steps(3, -123456.789, 1000), Numbers.Steps(3, 0, 1e7)))
        {
            Title = "A title that is rather long",
            X = new() { Label = "x\nof two lines" },
            Y = new() { Label = "y_{0}" },
        };
        using Frame frame = (TestFigures.Of(axes) with { Layout = new Layout { Padding = 3 } }).ToFrame();
        Assert.All(frame.PixelRow(0).ToArray(), pixel => Assert.Equal(0xFFFFFFFF, pixel));
        Assert.All(frame.PixelRow(frame.Height - 1).ToArray(), pixel => Assert.Equal(0xFFFFFFFF, pixel));
        for (int y = 0; y < frame.Height; y++)
            Assert.Equal((0xFFFFFFFF, 0xFFFFFFFF), (frame.PixelRow(y)[0], frame.PixelRow(y)[frame.Width - 1]));
    }

    [Fact]
    public void Shared_axes_show_the_same()
    {
        Figure figure = new(new Axes(new Line(Numbers.Steps(3), Numbers.Steps(3))), new Axes(new Line(Numbers.Steps(9), Numbers.Steps(9))))
        {
            Theme = TestFigures.Light,
            Layout = Layout.Grid(2, 1) with { ShareX = Sharing.Lines },
        };
        FigurePlan plan = FigurePlan.Create(figure, 300, 300, 1);
        Assert.Equal(plan.Panels[0].Projection.X.To, plan.Panels[1].Projection.X.To);
        Assert.Equal((false, true), (plan.Panels[0].LabelsX, plan.Panels[1].LabelsX));
        Assert.NotEqual(plan.Panels[0].Projection.Y.To, plan.Panels[1].Projection.Y.To);
    }

    [Fact]
    public void Areas_line_up_whatever_their_labels_are()
    {
        Figure figure =
            new(new Axes(new Line(Numbers.Steps(3, 0, 1e5))), new Axes(new Line(Numbers.Steps(3))) { Y = new() { Label = "y" } })
            {
                Theme = TestFigures.Light,
                Layout = Layout.Grid(2, 1),
            };
        FigurePlan plan = FigurePlan.Create(figure, 300, 300, 1);
        Assert.Equal(plan.Panels[0].Area.X, plan.Panels[1].Area.X);
        Assert.Equal(plan.Panels[0].Area.Height, plan.Panels[1].Area.Height, 1.0);
    }

    [Fact]
    public void Axes_over_two_rows_end_where_both_rows_end()
    {
        Axes line = new(new Line(Numbers.Steps(3))) { Title = "title", X = new() { Label = "x" } };
        Figure figure = new(line with { Cell = new(0, 0, RowSpan: 2) }, line with { Cell = new(0, 1) }, line with { Cell = new(1, 1) })
        {
            Theme = TestFigures.Light,
            Layout = new() { Heights = [1, 2], Widths = [3, 1] },
        };
        Box[] areas = [.. FigurePlan.Create(figure, 500, 400, 1).Panels.Select(panel => panel.Area)];
        Assert.Equal((areas[1].Y, areas[2].Bottom), (areas[0].Y, areas[0].Bottom));
        Assert.Equal(2, areas[2].Height / areas[1].Height, 0.05);
        Assert.Equal(3, areas[0].Width / areas[1].Width, 0.05);
    }

    [Fact]
    public void Equal_aspect_makes_squares_of_squares()
    {
        FigurePlan plan =
            FigurePlan.Create(TestFigures.Of(new Axes(new HeatMap(new Matrix(new float[50], 10))) { EqualAspect = true }), 400, 300, 1);
        Projection projection = plan.Panels[0].Projection;
        Assert.Equal(Math.Abs(projection.X.Factor), Math.Abs(projection.Y.Factor), 1e-9);
    }

    [Fact]
    public void A_legend_finds_free_room()
    {
        Numbers x = Numbers.Between(0, 1, 400);
        // Everything but the lower right corner is full.
        var axes = new Axes(new Scatter(x, x.Map(v => 1 - v * v)) { Label = "a" },
            new FillBetween(x, x.Map(v => 1 - v * v), 1))
        { Legend = new() };
        using Frame best = TestFigures.Draw(axes), given = TestFigures.Draw(axes with { Legend = new(LegendPlace.LowerLeft) });
        Assert.Equal(0, ApprovedPicture.DifferentShare(best, given));
    }
}
