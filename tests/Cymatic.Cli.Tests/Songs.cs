using System.Diagnostics;
using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Cli.Tests;

/// <summary>Songs and what pretends to be one, made in a folder of the test.</summary>
internal static class Songs
{
    /// <summary>Decaying tones of three pitches, struck four times a second: a song.</summary>
    public static Sound Plucks(double seconds, int sampleRate = 22050, int channels = 1)
    {
        var samples = new float[(int)(seconds * sampleRate)];
        for (int n = 0; n < samples.Length; n++)
        {
            double t = (double)n / sampleRate, since = t % 0.25;
            double hz = ((int)(t / 0.25) % 3) switch { 0 => 220, 1 => 523, _ => 1397 };
            samples[n] = (float)(0.5 * Math.Exp(-18 * since) * Math.Sin(2 * Math.PI * hz * since));
        }

        return new Sound([.. Enumerable.Range(0, channels).Select(_ => samples.ToArray())], sampleRate);
    }

    /// <summary>A sound whose every sample is a function of time.</summary>
    public static Sound From(double seconds, int sampleRate, Func<double, double> value) =>
        new([.. Enumerable.Range(0, (int)(seconds * sampleRate)).Select(n => (float)value((double)n / sampleRate))], sampleRate);

    /// <summary>Writes a float WAV file.</summary>
    public static string WriteWav(this Sound sound, string path)
    {
        AudioFile.Write(path, sound, new AudioWriteOptions { Format = SampleFormat.FloatingPoint });
        return path;
    }

    /// <summary>Two seconds of moving pictures without sound.</summary>
    public static string WriteSilentVideo(string path)
    {
        string[] arguments = ["-v", "error", "-f", "lavfi", "-i", "testsrc=d=2:s=64x64", "-pix_fmt", "yuv420p", path];
        using Process ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        ffmpeg.WaitForExit();
        Assert.Equal(0, ffmpeg.ExitCode);
        return path;
    }
}
