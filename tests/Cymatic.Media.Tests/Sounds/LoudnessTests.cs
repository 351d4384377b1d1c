using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cymatic.Media.Tests;

public sealed partial class LoudnessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(48000)]
    [InlineData(44100)]
    public void A_sine_of_1_kHz_at_minus_23_dBFS_in_both_channels_is_minus_23_LUFS(int sampleRate)
    {
        // EBU Tech 3341, case 1.
        double peak = Math.Pow(10, -23 / 20.0);
        AudioClip tone = AudioClip.From(sampleRate, 2, 20, (t, values) => values.Fill(peak * Math.Sin(2 * Math.PI * 1000 * t)));
        Assert.Equal(-23, Loudness.Integrated(tone), 0.1);
    }

    [Fact]
    public void What_is_soft_does_not_count()
    {
        // EBU Tech 3341, case 3: −36, −23 and −36 dBFS for 10, 60 and 10 s are −23 LUFS.
        AudioClip tone = AudioClip.From(48000, 2, 80, (t, values) =>
            values.Fill(Math.Pow(10, (t is >= 10 and < 70 ? -23 : -36) / 20.0) * Math.Sin(2 * Math.PI * 1000 * t)));
        Assert.Equal(-23, Loudness.Integrated(tone), 0.1);
    }

    [Fact]
    public void Silence_is_infinitely_soft() =>
        Assert.Equal(double.NegativeInfinity, Loudness.Integrated(AudioClip.From(48000, 2, _ => 0)));

    [Theory]
    [InlineData(1, 48000, 7)]
    [InlineData(2, 44100, 11)]
    [InlineData(2, 22050, 3)]
    [InlineData(6, 48000, 5)]
    public void It_agrees_with_ffmpeg(int channels, int sampleRate, int seed)
    {
        // Tones, noise and pauses of changing level.
        Random random = new(seed);
        double[] levels = [.. Enumerable.Range(0, 12).Select(_ => Math.Pow(10, -random.Next(6, 60) / 20.0))];
        double[] noise = [.. Enumerable.Range(0, 48_000).Select(_ => random.NextDouble() - 0.5)];
        AudioClip clip = AudioClip.From(sampleRate, channels, 12, (t, values) =>
        {
            for (int c = 0; c < values.Length; c++)
            {
                double tone = Math.Sin(2 * Math.PI * 90 * (c + 1) * (1 + t) * t);
                values[c] = levels[(int)t] * (tone + noise[(int)(t * 44_000 + 977 * c) % 48_000]) / 2;
            }
        });
        string path = _folder["a.wav"];
        AudioFile.Write(path, ToSound(clip));
        Assert.Equal(ByFfmpeg(path), Loudness.Integrated(AudioClip.From(AudioFile.Read(path))), 0.1);
    }

    [Fact]
    public void A_sound_is_brought_to_the_loudness_that_is_asked_for()
    {
        AudioClip clip = SampleArrays.Noise(80_000, 2).With(new Volume(0.05)).With(new NormalizeLoudness(-20));
        Assert.Equal(-20, Loudness.Integrated(clip), 0.01);
    }

    [Fact]
    public void The_peak_limits_the_loudness()
    {
        AudioClip clip = AudioClip.From(8000, 3, t => t is > 1 and < 1.001 ? 0.9
            : 0.001 * Math.Sin(6000 * t)).With(new NormalizeLoudness(-10));
        Assert.Equal(Math.Pow(10, -1 / 20.0), clip.ReadAll().Max(Math.Abs), 1e-5);
    }

    private static Signal.Sound ToSound(AudioClip clip)
    {
        float[] samples = clip.ReadAll();
        return new([.. Enumerable.Range(0, clip.Channels).Select(c => samples.Where((_, i) => i % clip.Channels == c).ToArray())],
            clip.SampleRate);
    }

    private static double ByFfmpeg(string path)
    {
        ProcessStartInfo start = new("ffmpeg") { RedirectStandardError = true };
        foreach (string argument in (string[])["-nostdin", "-hide_banner", "-i", path, "-af", "ebur128", "-f", "null", "-"])
            start.ArgumentList.Add(argument);
        using Process ffmpeg = Process.Start(start)!;
        string log = ffmpeg.StandardError.ReadToEnd();
        ffmpeg.WaitForExit();
        return double.Parse(Summary().Match(log).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Summary:\s+Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS")]
    private static partial Regex Summary();
}
