using Cymatic.Imaging;
using Cymatic.Signal;

namespace Cymatic.Plot.Tests;

/// <summary>Each mark alone, thick and dark, on pages that other programs draw.</summary>
public sealed class MarkPageTests
{
    private const double MostDifferent = 0.02;

    private static readonly Numbers Rising = Numbers.Steps(6);
    private static readonly Numbers Heights = new double[] { 1, 4, 2, 5, 3, 4 };

    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string name in Marks.Keys)
            {
                cases.Add(name, "svg");
                cases.Add(name, "pdf");
            }

            return cases;
        }
    }

    private static Dictionary<string, Func<Mark>> Marks { get; } = new()
    {
        ["line"] = () => new Line(Rising, Heights) { Width = 7 },
        ["dashes"] = () => new Line(Rising, Heights) { Width = 8, Dash = [3, 2] },
        ["gap"] = () => new Line(Rising, new double[] { 1, 4, double.NaN, 5, 3, 4 }) { Width = 7 },
        ["scatter"] = () => new Scatter(Rising, Heights) { Sizes = Rising.Map(v => 12 + 6 * v), Values = Rising, Opacity = 0.7 },
        ["squares"] = () => new Scatter(Rising, Heights) { Size = 30, Marker = Marker.Square, Edge = new Stroke(Color.Black, 6) },
        ["bars"] = () => new Bars(Rising, Heights),
        ["histogram"] = () => new Histogram(Heights, 4),
        ["steps"] = () => new Steps(Rising, Heights) { Width = 8 },
        ["stem"] = () => new Stem(Rising, Heights) { Size = 30 },
        ["band"] = () => new FillBetween(Rising, Heights, 0) { Opacity = 0.6 },
        ["heat map"] = () => new HeatMap(Matrix.From(4, 5, (row, column) => row * column % 5)),
        ["soft map"] = () => new HeatMap(Matrix.From(4, 5, (row, column) => row * column % 5)) { Interpolation = Interpolation.Cubic },
        ["contour"] = () => new Contour(TestFigures.Hills) { Levels = [-0.3, 0.3, 0.8], Width = 6, Color = Color.Black },
        ["filled contour"] = () => new FilledContour(TestFigures.Hills) { Extended = true },
        ["polygon"] = () => new Polygon(new double[] { 0, 5, 2 }, new double[] { 0, 1, 5 }) { Opacity = 0.5 },
        ["span"] = () => new Span(1, 3) { Color = Color.Black },
        ["rule"] = () => new Rule(2, Horizontal: true) { Width = 8, Color = Color.Black },
        ["annotation"] = () => new Annotation("Here", 0.5, 0.5) { Size = 40, Offset = (60, 50) },
        ["events"] = () => new EventBlocks([new(0, 2, 0), new(1, 4, 1), new(3, 5, 2)]),
        ["notes"] = () => new PianoRoll([new(0, 2, 60), new(1, 4, 64), new(3, 5, 67)]),
        ["waveform"] = () => new Waveform(new Sound([.. Enumerable.Range(0, 8000).Select(n => (float)Math.Sin(n / 3.0))], 8000)),
        ["scene"] = () => new ScenePicture(TestScenes.Boxed(TestFigures.Light)),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_page_shows_what_pixels_show(string mark, string format)
    {
        Pages.SkipWithout(format);
        Figure figure = new(TestFigures.Bare(Marks[mark]())) { Width = 240, Height = 160, Theme = TestFigures.Light };
        using Frame pixels = figure.ToFrame();
        using Frame page = Pages.Draw(figure, format);
        Assert.True(TestFigures.Inked(pixels) > 0.01 * 240 * 160);
        Assert.InRange(Regions.Difference(pixels, page), 0, MostDifferent);
    }
}
