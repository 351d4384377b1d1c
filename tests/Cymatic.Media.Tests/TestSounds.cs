using Cymatic.Signal;

namespace Cymatic.Media.Tests;

internal static class TestSounds
{
    /// <summary>Noise within ±0.9; each channel another.</summary>
    public static Sound Noise(int length, int channels = 1, int sampleRate = 44100, int seed = 1)
    {
        Random random = new(seed);
        return new Sound([.. Enumerable.Range(0, channels)
            .Select(_ => Enumerable.Range(0, length).Select(_ => random.NextSingle() * 1.8f - 0.9f).ToArray())], sampleRate);
    }

    public static Sound Sine(double seconds, double hz = 440, int channels = 1, int sampleRate = 44100)
    {
        float[] wave =
            [.. Enumerable.Range(0, (int)(seconds * sampleRate)).Select(n => 0.5f * (float)Math.Sin(2 * Math.PI * hz * n / sampleRate))];
        return new Sound([.. Enumerable.Range(0, channels).Select(_ => wave)], sampleRate);
    }

    public static float LargestDifference(Sound a, Sound b)
    {
        Assert.Equal((a.Channels, a.Length, a.SampleRate), (b.Channels, b.Length, b.SampleRate));
        float largest = 0;
        for (int c = 0; c < a.Channels; c++)
        {
            for (int n = 0; n < a.Length; n++)
                largest = Math.Max(largest, Math.Abs(a[c][n] - b[c][n]));
        }

        return largest;
    }
}
