using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

/// <summary>Seeded noise, bursts and songs made of them.</summary>
internal static class Synthetic
{
    public const int Rate = 22050;

    /// <summary>White noise between −level and level.</summary>
    public static float[] Noise(int seed, int length, float level = 0.5f)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => level * (2 * random.NextSingle() - 1))];
    }

    /// <summary>Noise that starts at once and dies away: e⁻¹ after a sixth of its length.</summary>
    public static float[] Burst(int seed, double seconds, int rate = Rate)
    {
        float[] burst = Noise(seed, (int)(seconds * rate));
        for (int n = 0; n < burst.Length; n++)
            burst[n] *= MathF.Exp(-6f * n / burst.Length);
        return burst;
    }

    /// <summary>song[at + n] += gain · wave[n], as far as the song goes.</summary>
    public static void Add(this float[] song, float[] wave, int at, float gain = 1)
    {
        for (int n = 0; n < wave.Length && at + n < song.Length; n++)
            song[at + n] += gain * wave[n];
    }

    /// <summary>A mono song that holds waves at places.</summary>
    public static float[] Song(double seconds, IEnumerable<(float[] Wave, double At, float Gain)> places, int rate = Rate)
    {
        var song = new float[(int)(seconds * rate)];
        foreach ((float[] wave, double at, float gain) in places)
            song.Add(wave, (int)Math.Round(at * rate), gain);
        return song;
    }

    /// <summary>The same samples whitened.</summary>
    public static WhitenedSong Whitened(this float[] samples, int rate = Rate) => WhitenedSong.Of(new Sound(samples, rate));

    /// <summary>Energy in dB against another's.</summary>
    public static double Db(double energy, double against) => 10 * Math.Log10(energy / against + 1e-20);

    public static double Energy(ReadOnlySpan<float> x)
    {
        double sum = 0;
        foreach (float sample in x)
            sum += sample * (double)sample;
        return sum;
    }
}
