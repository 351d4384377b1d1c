using System.Diagnostics;
using System.Runtime.InteropServices;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Benchmarks;

/// <summary>What all figures share: folders, the songs they work on, a stopwatch.</summary>
internal sealed class Workplace : IDisposable
{
    private const int SongSeconds = 180;

    public Workplace(string root, string peers)
    {
        (Root, Peers) = (root, peers);
        Folder = Directory.CreateTempSubdirectory("cymatic-bench-").FullName;
        Song = new(() => Lengthen(AudioFile.Read(Path.Combine(Root, "examples", "demo-song.flac")), SongSeconds));
        SmallSong = new(() => Resampler.Resample(Song.Value.ToMono(), 22_050));
    }

    /// <summary>The repository.</summary>
    public string Root { get; }

    /// <summary>Where peers may be imported from, besides what is installed.</summary>
    public string Peers { get; }

    /// <summary>A folder of this run alone.</summary>
    public string Folder { get; }

    /// <summary>The demo song, again and again until three minutes are full.</summary>
    public Lazy<Sound> Song { get; }

    /// <summary>The same, one channel at 22,050 Hz.</summary>
    public Lazy<Sound> SmallSong { get; }

    /// <summary>Seconds that something takes.</summary>
    public static double Seconds(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Writes numbers for a peer; the file's path.</summary>
    public string Write(string name, ReadOnlySpan<float> numbers)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, MemoryMarshal.AsBytes(numbers).ToArray());
        return path;
    }

    /// <summary>The path of a file that a figure writes.</summary>
    public string Target(string name) => Path.Combine(Folder, name);

    /// <summary>A sound repeated to a length in seconds.</summary>
    public static Sound Lengthen(Sound sound, double seconds)
    {
        int length = checked((int)(seconds * sound.SampleRate));
        var channels = new float[sound.Channels][];
        for (int c = 0; c < channels.Length; c++)
        {
            channels[c] = new float[length];
            for (int at = 0; at < length; at += sound.Length)
                sound[c][..Math.Min(sound.Length, length - at)].CopyTo(channels[c].AsSpan(at));
        }

        return new(channels, sound.SampleRate);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
