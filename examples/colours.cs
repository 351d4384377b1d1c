// Colours for numbers: a strip of colours that are translated, one whose middle fades to grey, and the maps that come with Cymatic.
//
//   dotnet run examples/colours.cs
//
// Writes strip.png, diverging.png and maps.png.
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using Cymatic.Imaging;
using Cymatic.Plot;

ColorTranslator redToGreen = new("red", "green");
Write("strip.png", redToGreen.ShowColors());
Write("diverging.png", redToGreen.ToDiverging(new() { MidSpread = 0.8 }).ShowColors(bins: 25));

(string Name, ColorMap Map)[] maps =
[
    ("viridis", ColorMap.Viridis), ("magma", ColorMap.Magma), ("inferno", ColorMap.Inferno), ("plasma", ColorMap.Plasma),
    ("cividis", ColorMap.Cividis), ("twilight", ColorMap.Twilight), ("turbo", ColorMap.Turbo), ("grey", ColorMap.Grey),
        ("bone", ColorMap.Bone),
    ("coolwarm", ColorMap.Coolwarm), ("RdBu", ColorMap.RdBu), ("Paired", ColorMap.Paired), ("tab10", ColorMap.Tab10),
    ("husl, 8", ColorMap.HuslPalette(8)),
];
Matrix ramp = Matrix.From(1, 512, (_, column) => column);
new Figure([.. maps.Select(map => new Axes(new HeatMap(ramp) { Map = map.Map })
{
    X = new() { Ticks = Ticks.None },
    Y = new() { Ticks = Ticks.Labelled((0, map.Name)) },
    Spines = Sides.None,
})])
{ Width = 640, Height = 420, Layout = new() { Gap = 6 } }.Write("maps.png");
Console.WriteLine("strip.png, diverging.png, maps.png");

static void Write(string path, Frame picture)
{
    using (picture)
    using (FileStream stream = File.Create(path))
        PngWriter.Write(picture, stream);
}
