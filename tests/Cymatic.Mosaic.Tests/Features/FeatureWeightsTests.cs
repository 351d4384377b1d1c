namespace Cymatic.Mosaic.Tests;

public sealed class FeatureWeightsTests
{
    [Fact]
    public void Weights_are_read_and_written_alike() =>
        Assert.Equal("mel=1,chroma=0.5,f0", FeatureWeights.Parse("f0, chroma=0.5,MEL=1").ToString());

    [Fact]
    public void A_weight_of_nothing_is_no_feature() => Assert.Equal([UnitFeature.Mel], FeatureWeights.Parse("mel,chroma=0").Features);

    [Fact]
    public void Features_are_added_and_weights_replaced() =>
        Assert.Equal("mel=2,chroma=3,f0", FeatureWeights.Parse("mel=1,chroma=3").With(FeatureWeights.Parse("mel=2,f0,chroma")).ToString());

    [Theory]
    [InlineData("timbre", "'timbre' is no feature; known are mel, mfcc, chroma, loudness, centroid, flatness, f0, onset, specgram.")]
    [InlineData("", "'' is no feature")]
    [InlineData("3", "'3' is no feature")]
    [InlineData("mel=-1", "'mel=-1' has no weight between 0 and 1000")]
    [InlineData("mel=NaN", "'mel=NaN' has no weight")]
    [InlineData("mel=", "'mel=' has no weight")]
    [InlineData("mel=2000", "'mel=2000' has no weight")]
    [InlineData("mel=0,f0=0", "nothing counts")]
    public void What_says_no_features_is_refused_with_a_sentence(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<FormatException>(() => FeatureWeights.Parse(text)).Message, StringComparison.Ordinal);
}
