// A fragment program that hears a song: its standing waves follow the spectrum, their symmetry changes with the bars.
//
//   dotnet run examples/audio-shader.cs
//
// Writes audio-shader.mp4, with sound. The program is audio-shader.glsl beside this file: edit it and run again.
#:project ../src/Cymatic.Media/Cymatic.Media.csproj
#:project ../src/Cymatic.Plot/Cymatic.Plot.csproj
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Cymatic.Media;
using Cymatic.Plot;
using Cymatic.Signal;

Sound song = AudioFile.Read(Path.Combine(Here(), "demo-song.flac"));
Sound mono = song.ToMono();
double[] beats = [.. BeatTracker.Track(mono).Times];
double[] folds = [6, 5, 8, 7];

using Shader shader = Shader.FromFile(Path.Combine(Here(), "audio-shader.glsl"), new()
{
    Channels = [ShaderChannel.Audio(song)],
    Uniforms = new Dictionary<string, Uniform>
    {
        ["loudness"] = Uniform.Of(Loudness),
        ["folds"] = Uniform.Of(t => folds[beats.Count(beat => beat <= t) / 8 % folds.Length]),
    },
});
VideoClip picture = VideoClip.From(480, 480, song.Duration, shader.Render);
VideoFile.Write("audio-shader.mp4", new Clip(picture, AudioClip.From(song)), new VideoWriteOptions { FrameRate = new FrameRate(30) });
Console.WriteLine($"audio-shader.mp4, drawn by {shader.Renderer}");

// Root of the mean square of a tenth of a second.
double Loudness(double t)
{
    int middle = (int)(t * mono.SampleRate), reach = mono.SampleRate / 20;
    int from = Math.Clamp(middle - reach, 0, mono.Length), to = Math.Clamp(middle + reach, 0, mono.Length);
    ReadOnlySpan<float> part = mono[0][from..to];
    return part.IsEmpty ? 0 : Math.Sqrt(TensorPrimitives.SumOfSquares(part) / part.Length);
}

static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
