using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

public sealed class ScenePictureTests
{
    private static Scene3D Scene { get; } = TestScenes.Boxed(TestFigures.Light);

    [Fact]
    public void A_scene_that_fills_a_figure_has_the_pixels_of_the_scene_alone()
    {
        using Frame alone = Scene.ToFrame();
        using Frame figure = TestFigures.DrawBare(TestFigures.Bare(new ScenePicture(Scene)), Scene.Width, Scene.Height);
        Assert.Equal(0, ApprovedPicture.DifferentShare(alone, figure));
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("pdf")]
    public void A_page_of_a_scene_shows_what_its_pixels_show(string format)
    {
        Pages.SkipWithout(format);
        using Frame pixels = Scene.ToFrame();
        using Frame page = Pages.Draw(Scene.Write, format);
        Assert.True(TestFigures.Inked(pixels) > 0.05 * Scene.Width * Scene.Height);
        Assert.InRange(Regions.Difference(pixels, page), 0, 0.02);
    }

    [Theory]
    [InlineData(96, 192)]
    [InlineData(300, 300)]
    public void A_page_holds_the_scene_at_the_resolution_of_the_figure(double dpi, double expected)
    {
        using var page = new MemoryStream();
        Figure figure = TestFigures.Of(TestFigures.Bare(new ScenePicture(Scene)), 96, 96) with { Dpi = dpi, Layout = Layout.Full };
        figure.WriteSvg(page);
        string svg = System.Text.Encoding.UTF8.GetString(page.ToArray());
        Assert.Contains($"<image id=\"", svg, StringComparison.Ordinal);
        Assert.Contains($"width=\"{expected}\" height=\"{expected}\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_has_the_scenes_own_ground()
    {
        Pages.SkipWithout("svg");
        using Frame page = Pages.Draw((Scene with { Background = new Color(0, 0, 1), Axes = null }).Write, "svg");
        Assert.Equal(0xFF0000FF, page.PixelRow(0)[0]);
    }
}
