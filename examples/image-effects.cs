// Four ways to bring out what a picture hides, side by side with their names: equalization of the histogram, a logarithm, blur, and
// rescaling. Then the same one after the other, each behind its title.
//
//   dotnet run examples/image-effects.cs [MOVIE]
//
// Writes image-effects.gif and image-effects-titled.mp4.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
using System.Runtime.CompilerServices;
using Cymatic.Imaging;
using Cymatic.Media;

VideoClip movie = VideoClip.FromFile(args.Length > 0 ? args[0] : Path.Combine(Here(), "bacteria.mp4")).With(Resize.ToHeight(240));
VideoClip grey = movie.With(new BlackAndWhite());

(string Title, VideoClip Picture)[] effects =
[
    ("Equalized", grey.With(new EqualizeHistogram())),
    ("Adjusted", grey.With(new AdjustLog())),
    ("Blurred", grey.With(new Blur(4))),
    ("Rescaled", grey.With(new RescaleIntensity())),
];

Clip[] named =
    [.. effects.Select(effect => Composite.Of(effect.Picture, new Layer(Title(effect.Title)) { Position = Position.Top.Moved(0, 6) }))];
Clip four = ClipGrid.Of([[named[0], named[1]], [named[2], named[3]]]);
VideoFile.Write("image-effects.gif", four);

Clip[] behind = [.. effects.SelectMany(effect => new[] { new Clip(Card(effect.Title)), new Clip(effect.Picture) })];
VideoFile.Write("image-effects-titled.mp4", Concatenation.Of(behind));
Console.WriteLine("image-effects.gif, image-effects-titled.mp4");

VideoClip Title(string text) => VideoClip.From(new TextBlock(text)
{
    Style = new() { Size = 18, Weight = 700, Color = Color.White, Outline = new Stroke(Color.Black, 2) },
});

VideoClip Card(string text) => VideoClip.From(new TextBlock(text)
{
    Width = movie.Width,
    Height = movie.Height,
    Background = Color.White,
    Style = new() { Size = 32, Weight = 700, Alignment = TextAlignment.Center, Position = TextPosition.Middle },
}, duration: 1);

static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
