using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class FeatureTests
{
    [Theory]
    [InlineData(UnitFeature.Loudness)]
    [InlineData(UnitFeature.Centroid)]
    [InlineData(UnitFeature.Flatness)]
    [InlineData(UnitFeature.Mfcc)]
    [InlineData(UnitFeature.Onset)]
    public void A_feature_that_counts_comes_nearer_to_the_targets(UnitFeature feature) =>
        Assert.True(Distance(feature, weight: 20) < Distance(feature, weight: 0));

    [Fact]
    public void The_pitch_of_a_harmonic_tone_is_its_fundamental()
    {
        var bands = new float[Analysis.Bands];
        float[] tone = [.. Enumerable.Range(0, 2000).Select(n => Wave(n, 240))];
        BandSpectrum.Compute(tone, Windows.Hann(tone.Length), bands);
        Assert.Equal(Math.Log2(10), FeatureMeasure.Of(UnitFeature.Pitch, bands, [], 0)[0], 1e-3);
    }

    [Fact]
    public void The_chroma_of_a_tone_is_its_pitch_class()
    {
        var bands = new float[Analysis.Bands];
        float[] tone = [.. Enumerable.Range(0, 2000).Select(n => MathF.Sin(2 * MathF.PI * 888 * n / TestCorpora.Rate))];
        BandSpectrum.Compute(tone, Windows.Hann(tone.Length), bands);
        float[] chroma = FeatureMeasure.Of(UnitFeature.Chroma, bands, [], 0);
        Assert.Equal(9, Array.IndexOf(chroma, chroma.Max()));
    }

    private static float Wave(int n, double hz)
    {
        double sum = 0;
        for (int h = 1; h <= 8; h++)
            sum += Math.Sin(2 * Math.PI * h * hz * n / TestCorpora.Rate) / h;
        return (float)sum;
    }

    private static double Distance(UnitFeature feature, double weight)
    {
        Sound wanted = TestCorpora.Noise(3, seed: 21);
        using Corpus corpus = TestCorpora.Of(TestCorpora.Noise(6, seed: 20), 25);
        using TargetSound target = TargetSound.Of(wanted);
        var features = new Dictionary<UnitFeature, double> { [feature] = weight };
        MosaicPlan plan = UnitSelection.Select(corpus, target, new() { Features = features });
        using Corpus own = TestCorpora.Of(wanted, 25);
        return Enumerable.Range(0, own.Count).Sum(t => Math.Abs(Of(own, t, feature) - Of(corpus, plan.Units[t].Unit, feature)));
    }

    private static double Of(Corpus corpus, int unit, UnitFeature feature)
    {
        float[] bands = new float[Analysis.Bands], before = new float[Analysis.Bands];
        var listener = new UnitListener(corpus.Sources[0].Sound);
        float level = listener.Hear(unit, bands);
        if (unit > 0)
            listener.Hear(unit - 1, before);
        return FeatureMeasure.Of(feature, bands, unit > 0 ? before : [], level)[0];
    }
}
