using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

/// <summary>A test of mosaics with a folder of its own.</summary>
public abstract class MosaicFolder : IDisposable
{
    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("cymatic-mosaic-");

    public void Dispose()
    {
        Folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string At(string name) => Path.Combine(Folder.FullName, name);

    private protected string Tone(string name, double seconds, double hz = 440, double level = 0.3, int sampleRate = 48000)
    {
        IEnumerable<int> times = Enumerable.Range(0, (int)(seconds * sampleRate));
        float[] samples = [.. times.Select(n => (float)(level * Math.Sin(2 * Math.PI * hz * n / sampleRate)))];
        AudioFile.Write(At(name), new Sound(samples, sampleRate), new AudioWriteOptions { Format = SampleFormat.FloatingPoint });
        return At(name);
    }

    /// <summary>A plan of one unit for each frame, from frames of sources of the same rate.</summary>
    private protected static MosaicPlan PlanOf(FrameRate rate, PlanSource[] sources, params (int Source, int Frame)[] units) => new()
    {
        Duration = rate.TimeOf(units.Length),
        Method = "nearest",
        Sources = sources,
        Units =
        [
            .. units.Select((unit, n) => new PlanUnit
            {
                TargetTime = rate.TimeOf(n),
                Duration = rate.TimeOf(1),
                Source = unit.Source,
                Unit = unit.Frame,
                SourceTime = rate.TimeOf(unit.Frame),
            }),
        ],
    };

    /// <summary>Jumps that come back to no frame twice in a row.</summary>
    private protected static (int Source, int Frame)[] Jumps(int count, int frames) =>
        [.. Enumerable.Range(0, count).Select(n => (0, n * 37 % frames))];

    private protected static MosaicSoundOptions AsItIs { get; } = new() { Levels = LevelMatch.Off, Join = JoinOptions.HardCut };
}
