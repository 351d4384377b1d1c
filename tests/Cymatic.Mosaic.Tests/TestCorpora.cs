using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

/// <summary>Sounds whose frames are all unlike: harmonic tones that glide, with noise.</summary>
internal static class TestCorpora
{
    public const int Rate = 24_000;

    /// <summary>Seconds of sound in which no frame is like another.</summary>
    public static Sound Sound(double seconds, int seed)
    {
        var random = new Random(seed);
        var samples = new float[(int)Math.Round(seconds * Rate)];
        double phase = 0, hz = 200;
        for (int i = 0; i < samples.Length; i++)
        {
            if (i % 600 == 0)
                hz = 110 * Math.Pow(2, random.NextDouble() * 4);
            phase += hz / Rate;
            double tone = 0.2 * Math.Sin(2 * Math.PI * phase) + 0.1 * Math.Sin(6 * Math.PI * phase);
            samples[i] = (float)(tone + 0.05 * (random.NextDouble() - 0.5));
        }

        return new Sound(samples, Rate);
    }

    /// <summary>Seconds of noise whose colour changes: no two recordings of it agree in phase.</summary>
    public static Sound Noise(double seconds, int seed)
    {
        var random = new Random(seed);
        var samples = new float[(int)Math.Round(seconds * Rate)];
        float y = 0, low = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            if (i % 900 == 0)
                low = (float)(0.02 + 0.9 * random.NextDouble());
            y += low * (random.NextSingle() - 0.5f - y);
            samples[i] = 0.5f * y;
        }

        return new Sound(samples, Rate);
    }

    /// <summary>The frames of a sound in another order: frame i of the result is frame order[i] of the sound.</summary>
    public static (Sound Shuffled, int[] Order) Shuffle(Sound sound, int framesPerSecond, int seed)
    {
        int length = sound.SampleRate / framesPerSecond, frames = sound.Length / length;
        int[] order = [.. Enumerable.Range(0, frames)];
        new Random(seed).Shuffle(order);
        var samples = new float[frames * length];
        for (int i = 0; i < frames; i++)
            sound[0].Slice(order[i] * length, length).CopyTo(samples.AsSpan(i * length));
        return (new Sound(samples, sound.SampleRate), order);
    }

    /// <summary>A corpus of one sound cut at a rate.</summary>
    public static Corpus Of(Sound sound, int framesPerSecond) =>
        Corpus.Of([new("corpus.wav", sound)], new() { Units = new() { Rate = new(framesPerSecond) } });

    /// <summary>The units of the plan as numbers of the corpus' frames.</summary>
    public static int[] UnitsOf(MosaicPlan plan) => [.. plan.Units.Select(unit => unit.Unit)];
}
