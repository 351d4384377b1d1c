using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class FeatureListenerTests
{
    // Bands are kept as float32 of their powers' fifth root, so a power of −60 dB is known to a few millionths, and its level to 1e-4 dB;
    // f0 is that of an FFT in float32.
    [Theory]
    [InlineData(UnitFeature.Mel, 0, 2e-3)]
    [InlineData(UnitFeature.Mfcc, 40, 2e-3)]
    [InlineData(UnitFeature.Chroma, 52, 1e-4)]
    [InlineData(UnitFeature.Loudness, 64, 1e-3)]
    [InlineData(UnitFeature.Centroid, 65, 1e-4)]
    [InlineData(UnitFeature.Flatness, 66, 2e-3)]
    [InlineData(UnitFeature.F0, 67, 1e-4)]
    [InlineData(UnitFeature.Onset, 68, 2e-3)]
    public void A_feature_is_what_librosa_makes_of_a_unit(UnitFeature feature, int column, double tolerance)
    {
        Npy golden = Npy.Read(Repository.File(Path.Combine(FeatureSounds.Golden, "features.npy")));
        float[] measured = FeatureSounds.Measure(FeatureSounds.Song(20, 26), feature);
        int width = FeatureListener.ColumnsOf(feature), all = golden.Shape[1];
        Assert.Equal(golden.Shape[0] * width, measured.Length);
        for (int i = 0; i < measured.Length; i++)
            Assert.Equal(golden.Floats[(i / width * all) + column + (i % width)], measured[i], tolerance);
    }

    [Theory]
    [InlineData(UnitFeature.Mel, 5e-2)]
    [InlineData(UnitFeature.Mfcc, 5e-2)]
    [InlineData(UnitFeature.Chroma, 1e-3)]
    [InlineData(UnitFeature.Centroid, 1e-3)]
    [InlineData(UnitFeature.Flatness, 5e-2)]
    [InlineData(UnitFeature.F0, 1e-3)]
    [InlineData(UnitFeature.Onset, 5e-2)]
    public void A_quiet_copy_has_the_same_feature(UnitFeature feature, double tolerance)
    {
        Sound song = FeatureSounds.Song(20, 22);
        float[] loud = FeatureSounds.Measure(song, feature);
        float[] quiet = FeatureSounds.Measure(new([.. song[0].ToArray().Select(x => 0.25f * x)], song.SampleRate), feature);
        Assert.All(loud, (x, i) => Assert.Equal(x, quiet[i], tolerance)); // Samples of 16 bits are rounded otherwise.
    }

    [Fact]
    public void A_silent_unit_has_no_features() =>
        Assert.All(FeatureSounds.Measure(new Sound(new float[4800], TestCorpora.Rate), UnitFeature.Mel), x => Assert.Equal(float.NaN, x));

    [Fact]
    public void Sound_after_silence_is_an_onset_and_goes_on_as_none()
    {
        float[] noise = TestCorpora.Noise(0.2, seed: 3)[0].ToArray();
        noise.AsSpan(0, 1920).Clear();
        float[] onsets = FeatureSounds.Measure(new(noise, TestCorpora.Rate), UnitFeature.Onset);
        Assert.True(onsets[2] > 10 && onsets[3] < 10, string.Join(' ', onsets));
    }

    [Fact]
    public void Blocks_of_units_have_the_features_of_one_block()
    {
        UnitSound units = FeatureSounds.Units(FeatureSounds.Song(20, 22));
        var listener = new FeatureListener(units, [UnitFeature.Onset, UnitFeature.Mel]);
        Assert.Equal(listener.Measure(0, 40), listener.Measure(0, 13).Concat(listener.Measure(13, 27)));
    }

    [Theory]
    [InlineData(220)]
    [InlineData(233.1)]
    public void The_pitch_of_a_harmonic_tone_is_its_fundamental(double hz)
    {
        float[] tone = [.. Enumerable.Range(0, 9600).Select(n => Wave(n, hz))];
        Assert.Equal(Math.Log2(hz), FeatureSounds.Measure(new(tone, TestCorpora.Rate), UnitFeature.F0)[5], 0.01);
    }

    private static float Wave(int n, double hz)
    {
        double sum = 0;
        for (int h = 1; h <= 8; h++)
            sum += 0.2 * Math.Sin(2 * Math.PI * h * hz * n / TestCorpora.Rate) / h;
        return (float)sum;
    }
}
