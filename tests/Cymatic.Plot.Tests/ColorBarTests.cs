using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class ColorBarTests
{
    internal static Figure Bars()
    {
        Matrix hills = TestFigures.Hills, wide = Matrix.From(20, 30, (row, column) => Math.Exp((row + column) / 4.0));
        return new(
            new Axes(new HeatMap(hills) { Interpolation = Interpolation.Linear })
            {
                Title = "Below",
                X = new() { Label = "column" },
                ColorBar = new("height") { Place = ColorBarPlace.Bottom },
            },
            new Axes(new FilledContour(hills) { X = TestFigures.X, Y = TestFigures.Y, Map = ColorMap.Cividis })
            {
                Title = "Above",
                ColorBar = new("height") { Place = ColorBarPlace.Top },
            },
            new Axes(new HeatMap(wide) { Normalisation = Normalisation.Log })
            {
                ShowsAxes = false,
                ColorBar = new() { Place = ColorBarPlace.Bottom },
            },
            new Axes(new HeatMap(wide) { Normalisation = Normalisation.Boundaries(0, 100, 1000, 10000, 300000), Map = ColorMap.Magma })
            {
                Y = new() { Label = "row" },
                ColorBar = new() { Place = ColorBarPlace.Top },
            })
        { Width = 800, Height = 640, Theme = TestFigures.Light, Layout = Layout.Grid(2, 2) };
    }

    private static PanelPlan Plan(ColorBarPlace place, double width)
    {
        Axes axes = new(new HeatMap(TestFigures.Hills)) { Title = "title", ColorBar = new("height") { Place = place } };
        return FigurePlan.Create(TestFigures.Of(axes), width, 200, 1).Panels[0];
    }

    [Theory]
    [InlineData(ColorBarPlace.Bottom)]
    [InlineData(ColorBarPlace.Top)]
    public void A_horizontal_bar_takes_no_room_at_the_side(ColorBarPlace place) =>
        Assert.True(Plan(place, 300).Area.Width > Plan(ColorBarPlace.Right, 300).Area.Width + 30);

    [Fact]
    public void A_bar_below_leaves_room_for_the_numbers_of_the_axes()
    {
        PanelPlan panel = Plan(ColorBarPlace.Bottom, 300);
        Assert.True(panel.ColorBar!.Room.Bottom > panel.NamesBelow + 20);
    }

    [Fact]
    public void A_bar_above_is_below_the_title()
    {
        PanelPlan panel = Plan(ColorBarPlace.Top, 300);
        Assert.True(panel.TitleDistance > panel.ColorBar!.Room.Top);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(150)]
    [InlineData(900)]
    public void Numbers_of_a_horizontal_bar_never_touch(double width)
    {
        var scale = new ColorScale(ColorMap.Viridis, Normalisation.Linear with { Low = -123456, High = 98765 });
        var ticks = ColorBarTicks.Create((scale, new() { Place = ColorBarPlace.Bottom }), (0, width), TestFigures.Light);
        Assert.NotEmpty(ticks.Labels);
        Assert.All(ticks.Labels.Zip(ticks.Labels.Skip(1)), pair => Assert.True(
            pair.First.Place + pair.First.Label.Width / 2 < pair.Second.Place - pair.Second.Label.Width / 2));
    }
}
