// What can be drawn between axes: a panel for each kind of mark.
//
//   dotnet run examples/marks.cs [FILE …]
//
// Writes marks.png, or the files that are named: .png, .svg or .pdf.
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Imaging;
using Cymatic.Plot;

var random = new Random(1);
Numbers x = Numbers.Between(-3, 3, 121), y = Numbers.Between(-2, 2, 81), few = Numbers.Steps(9);
Matrix hills = Matrix.From(81, 121, (row, column) => Hill(x[column], y[row]));
double[] sums = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() + random.NextDouble())];
double[] shares = [.. sums.Select(_ => random.NextDouble())];
double[] normal = [.. Enumerable.Range(0, 600).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)];

Axes lines = new(
    new Line(x, x.Map(v => Math.Sin(v * v))) { Label = "sin x^{2}" },
    new Line(x, x.Map(Math.Cos)) { Label = "cos x", Dash = [3, 2] })
{ Title = "Line", Legend = new() };
Axes points = new(new Scatter(sums, shares) { Values = sums, Sizes = Numbers.From(shares).Map(v => 4 + 12 * v), Opacity = 0.7 })
{
    Title = "Scatter",
    ColorBar = new("sum"),
};
Axes bars = new(new Bars(Numbers.Steps(5), new double[] { 3, 5, -2, 4, 1 }))
{
    Title = "Bars",
    X = new() { Ticks = Ticks.Labelled((0, "Mon"), (1, "Tue"), (2, "Wed"), (3, "Thu"), (4, "Fri")) },
};
Axes histogram = new(new Histogram(normal, 24)) { Title = "Histogram" };
Axes steps = new(new Steps(few, few.Map(v => v * 3 % 7)), new Rule(3, Horizontal: true) { Dash = [4, 3] }, new Span(2, 3))
{
    Title = "Steps, rule, span",
};
Axes stems = new(new Stem(few, few.Map(v => Math.Sin(v / 2)))) { Title = "Stem" };
Axes band = new(
    new FillBetween(x, x.Map(v => Math.Sin(v) - 0.3), x.Map(v => Math.Sin(v) + 0.3)) { Opacity = 0.3, Color = ColorMap.Tab10.Colors[0] },
    new Line(x, x.Map(Math.Sin)),
    new Annotation("maximum\nat π/2", Math.PI / 2, 1) { Offset = (-75, 25) })
{ Title = "Band, annotation" };
Axes contour = new(new Contour(hills) { X = x, Y = y, Labelled = true }) { Title = "Contour" };
Axes filled = new(new FilledContour(hills) { X = x, Y = y, Map = ColorMap.RdBu.Reversed(), Normalisation = Normalisation.Centred() })
{
    Title = "Filled contour",
    ColorBar = new(),
};
Axes map = new(new HeatMap(Matrix.From(8, 12, (_, _) => random.NextDouble())) { Map = ColorMap.Magma })
{
    Title = "Heat map",
    ColorBar = new(),
};
Axes notes = new(new PianoRoll([.. Enumerable.Range(0, 30).Select(Note)]))
{
    Title = "Notes",
    X = new() { Scale = Scale.Time },
    Y = new() { Ticks = PianoRoll.Octaves },
};
Axes events = new(new EventBlocks([.. Enumerable.Range(0, 40).Select(i => new EventBlock(i * 2, i * 2 + 4, i * 5 % 8))]))
{
    Title = "Events",
    X = new() { Scale = Scale.Time },
};

Figure figure = new(lines, points, bars, histogram, steps, stems, band, contour, filled, map, notes, events)
{
    Width = 1280,
    Height = 760,
    Layout = Layout.Grid(3, 4),
};
string[] files = args.Length > 0 ? args : ["marks.png"];
foreach (string file in files)
    figure.Write(file);
Console.WriteLine(string.Join(", ", files));

static PianoNote Note(int i) => new(i * 0.25, i * 0.25 + 0.3, 60 + i * 7 % 24) { Part = i % 3 };

static double Hill(double x, double y) => (1 - x / 2 + Math.Pow(x, 5) + y * y * y) * Math.Exp(-x * x - y * y);
