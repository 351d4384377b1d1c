using Cymatic.Signal;

namespace Cymatic.Media.Tests;

/// <summary>Clips of sound as arrays, channels side by side.</summary>
internal static class SampleArrays
{
    public static float[] Read(this AudioClip clip, long first, int frames)
    {
        var samples = new float[frames * clip.Channels];
        samples.AsSpan().Fill(float.NaN);
        clip.Render(first, samples);
        return samples;
    }

    public static float[] ReadAll(this AudioClip clip) => clip.Read(0, (int)clip.Length);

    /// <summary>A ramp: sample n is n/scale.</summary>
    public static AudioClip Ramp(int length, int sampleRate = 1000, float scale = 1) =>
        AudioClip.From(new Sound([.. Enumerable.Range(0, length).Select(n => n / scale)], sampleRate));

    public static AudioClip Noise(int length, int channels = 1, int sampleRate = 8000, int seed = 1) =>
        AudioClip.From(TestSounds.Noise(length, channels, sampleRate, seed));
}
