using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

/// <summary>The golden song as TestData/librosa-0.11.0/make.py takes it: samples at 24 kHz, cut into 25 units a second.</summary>
internal static class FeatureSounds
{
    public static readonly string Golden = Path.Combine("tests", "Cymatic.Mosaic.Tests", "TestData", "librosa-0.11.0");

    public static readonly CorpusOptions Options = new() { Features = FeatureWeights.Parse("mel,chroma=0.5,f0=2") };

    public static Sound Song(int from, int to)
    {
        var song = new Sound(Testing.Golden.OwnSound("song40s_22k.wav").Samples, TestCorpora.Rate);
        return song.Slice(from * TestCorpora.Rate, (to - from) * TestCorpora.Rate);
    }

    public static UnitSound Units(Sound sound)
    {
        var samples = new Half[sound.Length];
        for (int i = 0; i < samples.Length; i++)
            samples[i] = (Half)sound[0][i];
        UnitGrid grid = UnitGrid.Of(new());
        return new(new MemoryTable<Half>(samples, 1), grid, grid.WholeUnits(sound.Duration));
    }

    public static float[] Measure(Sound sound, UnitFeature feature)
    {
        UnitSound units = Units(sound);
        return new FeatureListener(units, [feature]).Measure(0, units.Count);
    }
}
