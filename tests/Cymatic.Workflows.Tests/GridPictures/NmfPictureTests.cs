using Cymatic.Grid;
using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

[Collection(nameof(GridPicture))]
public sealed class NmfPictureTests
{
    [Fact]
    public void Active_components_are_solid_where_they_are_active()
    {
        NmfAnalysis analysis = Analysis(components: 4, frames: 8);
        var picture = new NmfPicture(analysis, new() { Width = 1000, Scale = 1 });
        using Frame frame = picture.Render();
        // The lowest panel: component 0 is at the bottom, and below its blocks is a line of ground from the panel's left to its right.
        uint rest = GridTheme.Light.Band.ToPremultipliedArgb();
        int bottom = Enumerable.Range(0, frame.Height).Last(y => frame.PixelRow(y)[500] == rest);
        int left = frame.PixelRow(bottom).IndexOf(rest), width = frame.PixelRow(bottom).LastIndexOf(rest) + 1 - left;
        uint[] found = [.. Enumerable.Range(0, 8).Select(column => frame.PixelRow(bottom - 8)[left + (int)((column + 0.5) * width / 8)])];
        Assert.Equal(Enumerable.Range(0, 8).Select(column => analysis.Active[column]), found.Select(pixel => pixel != rest));
    }

    [Fact]
    public void Hours_are_drawn()
    {
        using Frame frame = new NmfPicture(Analysis(components: 3, frames: 60_000), new() { Width = 800, Scale = 1 }).Render();
        Assert.Equal(800, frame.Width);
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_refused() =>
        Assert.Throws<ArgumentException>(() => new NmfPicture(Analysis(2, 6) with { Active = new bool[3] }));

    private static NmfAnalysis Analysis(int components, int frames) => new()
    {
        Grid = ExampleGrids.Create(components, frames * 0.1),
        Mel = new Spectrogram(
            [.. Enumerable.Range(0, frames * 10).Select(i => (float)(i % 13))],
            [.. Enumerable.Range(1, 10).Select(i => i * 400.0)],
            new FrameGrid(16000, 1600)),
        Components = new float[components * 10],
        Activations = [.. Enumerable.Range(0, components * frames).Select(i => (float)(i % 7))],
        Active = [.. Enumerable.Range(0, components * frames).Select(i => i % 7 > 4)],
        FrameSeconds = 0.1,
    };
}
