using System.Diagnostics;
using Cymatic.Signal;

namespace Cymatic.Benchmarks;

/// <summary>The Laplacian segmentation of a song of 180 s, beside librosa, SciPy and scikit-learn.</summary>
internal static class SegmentFigures
{
    public static IEnumerable<Figure> All(bool isLong) =>
    [
        new LaplacianFigure(), new LaplacianProcessFigure(), .. isLong ? [new SegmentHourFigure()] : Array.Empty<Figure>(),
    ];
}

/// <summary>From samples to the segments of five kinds, both programs warm.</summary>
internal sealed record LaplacianFigure() : Figure("laplacian pipeline", 1 / 4.0, 0.866)
{
    public override int Runs => 7;

    public override Contest Open(Workplace place)
    {
        Sound song = place.SmallSong.Value;
        place.Write("song.f32", song[0]);
        PythonPeer? peer = PythonPeer.Start("laplacian", place);
        return new(
            () => Workplace.Seconds(() => SongStructure.Of(BeatFeatures.Of(song), new() { Clusters = [5] })),
            peer is null ? null : peer.Run, peer);
    }
}

/// <summary>The same as a whole process each: start, read a WAV file, segments as JSON.</summary>
internal sealed record LaplacianProcessFigure() : Figure("laplacian, whole process", 1 / 5.0, 2.903)
{
    public override int Runs => 5;

    public override Contest Open(Workplace place)
    {
        string song = SegmentJob.Write(place, "small-song.wav", 180);
        PythonPeer? peer = PythonPeer.Start("laplacian", place, "process", song);
        return new(() => SegmentJob.Run(place, song).Seconds, peer is null ? null : peer.Run, peer);
    }
}

/// <summary>The largest resident memory of an hour's way to picture and JSON, against the limit of 1000 MB.</summary>
internal sealed record SegmentHourFigure() : Figure("laplacian, hour memory", 1, 1000)
{
    public override bool HasPeer => false;

    public override string Unit => "MB";

    public override int Runs => 1;

    public override Contest Open(Workplace place)
    {
        string hour = SegmentJob.Write(place, "small-hour.flac", 3600);
        return new(() => SegmentJob.Run(place, hour).PeakMb, null);
    }
}

/// <summary>Runs ./cymatic segments as a user does.</summary>
internal static class SegmentJob
{
    /// <summary>Seconds, and the largest resident memory in MB.</summary>
    public static (double Seconds, double PeakMb) Run(Workplace place, string song)
    {
        var start = new ProcessStartInfo(Path.Combine(place.Root, "cymatic")) { WorkingDirectory = place.Folder };
        foreach (string argument in new[] { "segments", song, "-o", "segments.json", "--clusters", "5", "--quiet" })
            start.ArgumentList.Add(argument);
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("./cymatic did not start.");
        double peak = 0;
        while (!process.WaitForExit(5))
            peak = Math.Max(peak, PeakMb(process));
        return process.ExitCode == 0 ? (Stopwatch.GetElapsedTime(begin).TotalSeconds, peak)
            : throw new InvalidOperationException("./cymatic segments failed.");
    }

    /// <summary>A song of one channel at 22,050 Hz as a file.</summary>
    public static string Write(Workplace place, string name, double seconds)
    {
        string path = Path.Combine(place.Folder, name);
        if (!File.Exists(path))
            Media.AudioFile.Write(path, Workplace.Lengthen(place.SmallSong.Value, seconds));
        return path;
    }

    private static double PeakMb(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1e6;
        }
        catch (InvalidOperationException)
        {
            return 0; // It has just ended.
        }
    }
}
