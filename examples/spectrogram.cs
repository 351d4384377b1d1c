// What a song looks like: its waveform, and its spectrogram up to 8 kHz by mel.
//
//   dotnet run examples/spectrogram.cs
//
// Writes spectrogram.png, of the demo song beside this file.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using System.Runtime.CompilerServices;
using Cymatic.Media;
using Cymatic.Plot;
using Cymatic.Signal;

Sound song = AudioFile.Read(Path.Combine(Here(), "demo-song.flac")).ToMono();
Axis seconds = new() { Scale = Scale.Time };
Figure figure = new(
    new Axes(new Waveform(song)) { X = seconds, Y = new() { Ticks = Ticks.At(-0.5, 0, 0.5) } },
    new Axes(Stft.Power(song).ToHeatMap())
    {
        X = seconds,
        Y = new() { Scale = Scale.Mel, Limits = (0, 8000), Label = "Hz" },
        ColorBar = new("dB"),
    })
{
    Title = "The demo song",
    Width = 1000,
    Height = 560,
    Theme = Theme.Dark,
    Layout = Layout.Grid(2, 1) with { Heights = [1, 3], ShareX = Sharing.All },
};
figure.Write("spectrogram.png");
Console.WriteLine("spectrogram.png");

static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
