using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>Figures that a person looked at, as PNG, and as SVG and PDF drawn by other programs.</summary>
public sealed class ApprovedFigureTests
{
    public static TheoryData<string> Names => [.. Figures.Keys];

    private static Dictionary<string, Func<Figure>> Figures { get; } = new()
    {
        ["figure-line"] = ExampleFigures.Line,
        ["figure-marks"] = ExampleFigures.Marks,
        ["figure-fields"] = ExampleFigures.Fields,
        ["figure-scales"] = ExampleFigures.Scales,
        ["figure-sound"] = ExampleFigures.Sounds,
        ["figure-color-bars"] = ColorBarTests.Bars,
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Figures_look_as_approved(string name)
    {
        using Frame frame = Figures[name]().ToFrame();
        ApprovedPicture.Check(frame, name);
    }

    [Theory]
    [InlineData("figure-marks", "svg")]
    [InlineData("figure-marks", "pdf")]
    [InlineData("figure-scales", "svg")]
    [InlineData("figure-scales", "pdf")]
    [InlineData("figure-fields", "svg")]
    [InlineData("figure-fields", "pdf")]
    [InlineData("figure-color-bars", "svg")]
    [InlineData("figure-color-bars", "pdf")]
    public void Pages_show_what_pixels_show(string name, string format)
    {
        Pages.SkipWithout(format);
        Figure figure = Figures[name]();
        using Frame pixels = figure.ToFrame();
        using Frame page = Pages.Draw(figure, format);
        Assert.Equal((pixels.Width, pixels.Height), (page.Width, page.Height));
        // Edges are placed by other rules there: small regions are compared by their mean colour.
        Assert.InRange(Regions.Difference(pixels, page), 0, 0.03);
    }
}
