using System.Diagnostics;
using Cymatic.Mosaic;
using Cymatic.Signal;
using Cymatic.Workflows;

namespace Cymatic.Benchmarks;

/// <summary>What comes before a mosaic's plan is rendered: hearing a corpus, and choosing.</summary>
internal static class MosaicFigures
{
    public static Figure[] All =>
    [
        new IndexProcessFigure(), new IndexAnalysisFigure(), new NearestUnitsFigure(), new ViterbiFigure(),
        new HoursMemoryFigure(""), new HoursMemoryFigure("nearest"), new HoursMemoryFigure("viterbi"),
    ];

    /// <summary>Runs ./cymatic index on films; seconds and the largest resident memory in MB.</summary>
    public static (double Seconds, double PeakMb) Index(Workplace place, params string[] files)
    {
        string folder = place.Target($"{Guid.NewGuid():N}.corpus");
        (double Seconds, double PeakMb) taken = Cymatic(place, ["index", .. files, "-o", folder]);
        Directory.Delete(folder, recursive: true);
        return taken;
    }

    /// <summary>Runs ./cymatic quietly; seconds and the largest resident memory in MB.</summary>
    public static (double Seconds, double PeakMb) Cymatic(Workplace place, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(place.Root, "cymatic"), [.. arguments, "-q"]);
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("./cymatic did not start.");
        double peak = 0;
        while (!process.WaitForExit(5))
            peak = Math.Max(peak, GridJob.PeakMb(process.Id));
        double seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        return process.ExitCode == 0 ? (seconds, peak) : throw new InvalidOperationException($"./cymatic {arguments[0]} failed.");
    }
}

/// <summary>A minute of film to an index, as a process, against the script's analysis as it is written: 3.746 s.</summary>
internal sealed record IndexProcessFigure() : Figure("index 60 s, process", 1.0 / 6, 3.746)
{
    public override bool HasPeer => false;

    public override Contest Open(Workplace place)
    {
        string film = ClipInputs.Small(place);
        return new(() => MosaicFigures.Index(place, film).Seconds, null);
    }
}

/// <summary>The same in a process that runs, against NumPy's vectorised form; both decode by ffmpeg.</summary>
internal sealed record IndexAnalysisFigure() : Figure("index 60 s, analysis", 1 / 1.2, 0.119)
{
    public override Contest Open(Workplace place)
    {
        string film = ClipInputs.Small(place);
        PythonPeer? peer = PythonPeer.Start("mosaic_spectra", place, film);
        return new(() => Analyse(place, film), peer is null ? null : peer.Run, peer);
    }

    private static double Analyse(Workplace place, string film)
    {
        string folder = place.Target($"{Guid.NewGuid():N}.corpus");
        double seconds = Workplace.Seconds(() => IndexWorkflow.Run(new() { Files = [film], Folder = folder }));
        Directory.Delete(folder, recursive: true);
        return seconds;
    }
}

/// <summary>The nearest of a million units for a minute of targets, against scikit-learn's brute force.</summary>
internal sealed record NearestUnitsFigure() : Figure("nearest of 10^6 x 64, 1800", 1 / 2.0, 0)
{
    public override int Runs => 3;

    public override Contest Open(Workplace place)
    {
        DenseMatrix units = Random(1_000_000, 1), targets = Random(1800, 2);
        place.Write("units.f32", units.Values);
        place.Write("targets.f32", targets.Values);
        PythonPeer? peer = PythonPeer.Start("mosaic_neighbours", place);
        return new(
            () => Workplace.Seconds(() => NearestUnits.Find(units, targets, 1, UnitMetric.Euclidean)),
            peer is null ? null : peer.Run,
            peer);
    }

    private static DenseMatrix Random(int rows, int seed)
    {
        var random = new Random(seed);
        return DenseMatrix.From(rows, 64, (_, _) => random.NextDouble() - 0.5);
    }
}

/// <summary>Ten minutes of target at 30 units a second, 50 candidates each, from a corpus of three minutes: the limit is 20 s.</summary>
internal sealed record ViterbiFigure() : Figure("viterbi 10 min at 30/s", 1, 20)
{
    public override bool HasPeer => false;

    public override int Runs => 1;

    public override Contest Open(Workplace place)
    {
        var options = new CorpusOptions { Units = new() { Rate = new(30) } };
        Corpus corpus = Corpus.Of([new("song", place.Song.Value)], options);
        Sound song = place.Song.Value;
        Sound turned = new([.. Enumerable.Range(0, song.Channels).Select(c => Reversed(song[c]))], song.SampleRate);
        TargetSound target = TargetSound.Of(Workplace.Lengthen(turned, 600));
        var viterbi = new SelectionOptions { Method = SelectionMethod.Viterbi };
        return new(() => Workplace.Seconds(() => UnitSelection.Select(corpus, target, viterbi)), null);
    }

    private static float[] Reversed(ReadOnlySpan<float> samples)
    {
        float[] reversed = samples.ToArray();
        Array.Reverse(reversed);
        return reversed;
    }
}

/// <summary>Two hours of film: the largest resident memory of a process against the limit of 500 MB.</summary>
/// <param name="Method">How a minute of song is chosen from them; empty: they are indexed.</param>
internal sealed record HoursMemoryFigure(string Method)
    : Figure(Method.Length == 0 ? "index 2 h, memory" : $"{Method} from 2 h, memory", 1, 500)
{
    public override bool HasPeer => false;

    public override string Unit => "MB";

    public override int Runs => 1;

    public override Contest Open(Workplace place)
    {
        string[] films = [ClipInputs.Looped(place, 60), ClipInputs.Looped(place, 59)];
        if (Method.Length == 0)
            return new(() => MosaicFigures.Index(place, films).PeakMb, null);
        string folder = place.Target("hours.corpus"), song = GridJob.Write(place, "minute.wav", 60);
        if (!Directory.Exists(folder))
            MosaicFigures.Cymatic(place, ["index", .. films, "-o", folder]);
        string[] choose = ["mosaic", song, "--corpus", folder, "--method", Method, "-o", place.Target("plan.json")];
        return new(() => MosaicFigures.Cymatic(place, choose).PeakMb, null);
    }
}
