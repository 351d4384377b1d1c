using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class FeatureSelectionTests
{
    private static readonly Sound Noise = TestCorpora.Noise(6, seed: 20);

    [Theory]
    [InlineData(UnitMetric.Euclidean)]
    [InlineData(UnitMetric.Cosine)]
    public void The_nearest_unit_is_that_of_scikit_learn(UnitMetric metric)
    {
        string golden = Path.Combine(FeatureSounds.Golden, $"nearest-{metric.ToString().ToLowerInvariant()}.npy");
        int[] expected = Npy.Read(Repository.File(golden)).Integers;
        using Corpus corpus = Corpus.Of(
            [new("a", FeatureSounds.Song(0, 6)), new("b", FeatureSounds.Song(6, 12))], FeatureSounds.Options, cancel: Cancel);
        using TargetSound target = TargetSound.Of(FeatureSounds.Song(20, 26), Cancel);
        SelectionOptions options = new()
        {
            Method = SelectionMethod.Nearest,
            Features = FeatureWeights.Parse("mel,chroma,f0"),
            Metric = metric,
            LevelCost = 0,
        };
        MosaicPlan plan = UnitSelection.Select(corpus, target, options, cancel: Cancel);
        int[] chosen = [.. plan.Units.Select(unit => corpus.Sources[unit.Source].FirstUnit + unit.Unit)];
        Assert.Equal(expected.Length, chosen.Length);
        Assert.All(expected, (unit, t) => Assert.True(unit == chosen[t] || unit < 0, $"Target {t}: {chosen[t]}, not {unit}."));
    }

    [Theory]
    [InlineData("mel", SelectionMethod.Nearest)]
    [InlineData("mfcc=2,onset", SelectionMethod.Nearest)]
    [InlineData("mel", SelectionMethod.Viterbi)]
    public void A_corpus_of_the_target_itself_comes_back_in_order(string features, SelectionMethod method)
    {
        using Corpus corpus = Of(Noise, features);
        using TargetSound target = TargetSound.Of(Noise, Cancel);
        Assert.Equal(Enumerable.Range(0, corpus.Count), TestCorpora.UnitsOf(Select(corpus, target, features, method)));
    }

    [Theory]
    [InlineData(UnitFeature.Loudness)]
    [InlineData(UnitFeature.Centroid)]
    [InlineData(UnitFeature.Flatness)]
    [InlineData(UnitFeature.Onset)]
    public void One_feature_alone_is_met(UnitFeature feature)
    {
        Sound wanted = TestCorpora.Noise(3, seed: 21);
        using Corpus corpus = Of(Noise, "centroid,flatness,loudness,onset"), own = Of(wanted, "centroid,flatness,loudness,onset");
        using TargetSound target = TargetSound.Of(wanted, Cancel);
        MosaicPlan plan = Select(corpus, target, FeatureWeights.Of(feature).ToString());
        float[] there = Values(corpus, feature), here = Values(own, feature);
        double typical = there.Zip(there.Skip(1)).Average(pair => Math.Abs(pair.First - pair.Second));
        Assert.True(here.Select((x, t) => Math.Abs(x - there[plan.Units[t].Unit])).Average() < 0.1 * typical);
    }

    [Fact]
    public void Weights_that_are_not_said_are_those_of_the_corpus()
    {
        using Corpus kept = Of(Noise, "mel=1,onset=9");
        using TargetSound target = TargetSound.Of(TestCorpora.Noise(3, seed: 21), Cancel);
        Assert.Equal(Select(kept, target, "mel=1,onset=9").Units, Select(kept, target, "mel,onset").Units);
        Assert.NotEqual(Select(kept, target, "mel=1,onset=1").Units, Select(kept, target, "mel,onset").Units);
    }

    [Fact]
    public void Viterbi_jumps_less_than_nearest()
    {
        using Corpus corpus = Of(Noise, "mel");
        using TargetSound target = TargetSound.Of(TestCorpora.Noise(4, seed: 21), Cancel);
        int viterbi = PlanRun.Of(Select(corpus, target, "mel", SelectionMethod.Viterbi)).Count;
        Assert.True(viterbi < 0.7 * PlanRun.Of(Select(corpus, target, "mel")).Count);
    }

    [Fact]
    public void A_feature_that_is_kept_changes_nothing_where_none_is_asked_for()
    {
        using Corpus plain = TestCorpora.Of(Noise, 25), kept = Of(Noise, "mel");
        using TargetSound target = TargetSound.Of(TestCorpora.Noise(3, seed: 21), Cancel);
        Assert.Equal(UnitSelection.Select(plain, target, cancel: Cancel).Units, UnitSelection.Select(kept, target, cancel: Cancel).Units);
    }

    [Fact]
    public void Points_that_wait_on_disk_are_those_in_memory()
    {
        using Corpus corpus = Of(Noise, "mel,onset=3");
        SelectionOptions options = new() { Features = FeatureWeights.Parse("mel,onset") };
        using FeatureSpace memory = new(corpus, options, Cancel), disk = new(corpus, options, Cancel, mostInMemory: 0);
        float[] expected = new float[corpus.Count * memory.Columns], found = new float[expected.Length];
        memory.Units.Read(0, expected);
        disk.Units.Read(0, found);
        Assert.IsType<FileTable<float>>(disk.Units);
        Assert.True(expected.AsSpan().SequenceEqual(found));
    }

    [Fact]
    public void Two_units_that_are_drawn_by_lot_are_the_root_of_two_apart()
    {
        using Corpus corpus = Of(Noise, "mel,onset=3,centroid=9");
        using FeatureSpace space = new(corpus, new() { Features = FeatureWeights.Parse("mel,onset,centroid") }, Cancel);
        float[] points = new float[corpus.Count * space.Columns];
        space.Units.Read(0, points);
        // Of points with a variance v in all columns together, two lie √2v apart in the mean of squares.
        double variance = 0;
        for (int column = 0; column < space.Columns; column++)
        {
            double[] own = [.. points.Where((_, i) => i % space.Columns == column).Select(x => (double)x)];
            double mean = own.Average();
            variance += own.Average(x => (x - mean) * (x - mean));
        }

        Assert.Equal(1, variance, 1e-5);
    }

    [Fact]
    public void Silence_gets_the_quietest_unit()
    {
        float[] samples = Noise[0].ToArray();
        samples.AsSpan(960 * 7, 960).Clear();
        using Corpus corpus = Of(new(samples, TestCorpora.Rate), "mel");
        using TargetSound target = TargetSound.Of(new Sound(new float[TestCorpora.Rate], TestCorpora.Rate), Cancel);
        Assert.All(Select(corpus, target, "mel").Units, unit => Assert.Equal(7, unit.Unit));
    }

    [Fact]
    public void A_source_that_is_forbidden_is_not_used()
    {
        CorpusOptions options = new() { Features = FeatureWeights.Parse("mel") };
        using Corpus corpus = Corpus.Of([new("a", Noise), new("b", TestCorpora.Noise(2, seed: 22))], options, cancel: Cancel);
        using TargetSound target = TargetSound.Of(Noise, Cancel);
        Func<PlanSource, double> notA = source => source.Path == "a" ? double.NegativeInfinity : 0;
        SelectionOptions selection = new() { Features = options.Features, SourceUtility = notA };
        Assert.All(UnitSelection.Select(corpus, target, selection, cancel: Cancel).Units, unit => Assert.Equal(1, unit.Source));
    }

    [Theory]
    [InlineData("chroma", SelectionMethod.Nearest, "does not keep the features chroma")]
    [InlineData("mel", SelectionMethod.Bee, "bee mixes spectra")]
    public void What_cannot_be_is_refused_with_a_sentence(string features, SelectionMethod method, string sentence)
    {
        using Corpus corpus = Of(TestCorpora.Noise(1, seed: 1), "mel");
        using TargetSound target = TargetSound.Of(TestCorpora.Noise(1, seed: 2), Cancel);
        string message = Assert.Throws<SelectionException>(() => Select(corpus, target, features, method)).Message;
        Assert.Contains(sentence, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corpus_of_silence_is_refused()
    {
        using Corpus corpus = Of(new(new float[TestCorpora.Rate], TestCorpora.Rate), "mel");
        using TargetSound target = TargetSound.Of(Noise, Cancel);
        Assert.Contains("silent", Assert.Throws<SelectionException>(() => Select(corpus, target, "mel")).Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Corpus Of(Sound sound, string features) =>
        Corpus.Of([new("corpus.wav", sound)], new() { Features = FeatureWeights.Parse(features) }, cancel: Cancel);

    private static MosaicPlan Select(
        Corpus corpus, TargetSound target, string features, SelectionMethod method = SelectionMethod.Nearest)
    {
        SelectionOptions options = new() { Method = method, Features = FeatureWeights.Parse(features) };
        return UnitSelection.Select(corpus, target, options, cancel: Cancel);
    }

    private static float[] Values(Corpus corpus, UnitFeature feature)
    {
        var values = new float[corpus.Count];
        corpus.Sources[0].Features[feature].Read(0, values);
        if (!FeatureListener.IsRelative(feature))
            return values;
        float mean = values.Average();
        return [.. values.Select(x => x - mean)];
    }
}
