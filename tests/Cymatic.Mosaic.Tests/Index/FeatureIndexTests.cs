using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class FeatureIndexTests : IDisposable
{
    private static readonly Sound Song = TestCorpora.Sound(4, seed: 3), Other = TestCorpora.Noise(3, seed: 4);
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("cymatic-features-").FullName, "x.corpus");

    [Fact]
    public void An_index_with_features_gives_the_plan_of_the_corpus_in_memory()
    {
        Make("mel,f0=2", ("song", Song), ("other", Other));
        using Corpus kept = CorpusIndex.Open(_folder);
        using Corpus memory = Corpus.Of([new("song", Song), new("other", Other)], kept.Options, cancel: default);
        Assert.Equal(Plan(memory, "mel,f0"), Plan(kept, "mel,f0"));
    }

    [Fact]
    public void A_feature_is_an_array_that_NumPy_reads()
    {
        Make("mel", ("song", Song));
        Assert.Equal([96, 40], Npy.Read(Assert.Single(Tables("mel"))).Shape);
    }

    [Fact]
    public void Features_of_a_file_that_is_added_leave_those_of_the_others()
    {
        Make("mel", ("song", Song));
        DateTime written = File.GetLastWriteTimeUtc(Assert.Single(Tables("mel")));
        Make("", ("other", Other));
        Assert.Equal(2, Tables("mel").Length);
        Assert.Contains(written, Tables("mel").Select(File.GetLastWriteTimeUtc));
    }

    [Fact]
    public void A_feature_that_is_added_is_measured_without_decoding()
    {
        Make("mel", ("song", Song));
        Make("chroma=3");
        using Corpus corpus = CorpusIndex.Open(_folder);
        Assert.Equal("mel,chroma=3", corpus.Options.Features.ToString());
        Assert.Equal(96, Plan(corpus, "mel,chroma", Song).Count);
    }

    [Fact]
    public void Weights_can_be_said_anew()
    {
        Make("mel", ("song", Song));
        Make("mel=4");
        Assert.Equal("mel=4", CorpusIndex.OptionsOf(_folder).Features.ToString());
    }

    [Fact]
    public void Features_that_were_broken_off_are_taken_up_again()
    {
        Make("", ("song", Song));
        using var stopped = new CancellationTokenSource();
        IndexBuilder builder = IndexBuilder.Open(_folder, Options("mel"));
        stopped.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => builder.Finish([], cancel: stopped.Token));
        Assert.Contains("not finished", Assert.Throws<IndexException>(() => CorpusIndex.Open(_folder)).Message, StringComparison.Ordinal);
        Make("");
        using Corpus corpus = CorpusIndex.Open(_folder);
        Assert.Equal(96, Plan(corpus, "mel", Song).Count);
    }

    [Fact]
    public void An_index_without_features_says_none_and_works()
    {
        Make("", ("song", Song));
        string manifest = Path.Combine(_folder, "manifest.json"), text = File.ReadAllText(manifest);
        string older = text.Replace("\"measured\": [],", "", StringComparison.Ordinal);
        Assert.NotEqual(older, text);
        File.WriteAllText(manifest, older);
        using Corpus corpus = CorpusIndex.Open(_folder);
        Assert.True(corpus.Options.Features.IsEmpty);
    }

    [Fact]
    public void A_feature_that_is_not_known_is_named()
    {
        Make("mel", ("song", Song));
        string manifest = Path.Combine(_folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"mel\"", "\"smell\"", StringComparison.Ordinal));
        Assert.Contains("'smell'", Assert.Throws<IndexException>(() => CorpusIndex.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_that_is_cut_short_is_refused()
    {
        Make("mel", ("song", Song));
        string path = Assert.Single(Tables("mel"));
        NpyWriter<float>.Write(path, new float[40 * 95], 40);
        Assert.Throws<MalformedFileException>(() => CorpusIndex.Open(_folder));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static CorpusOptions Options(string features) => new()
    {
        Units = new() { Rate = new(24) },
        Features = features.Length == 0 ? FeatureWeights.None : FeatureWeights.Parse(features),
    };

    private static IReadOnlyList<PlanUnit> Plan(Corpus corpus, string features, Sound? wanted = null)
    {
        using TargetSound target = TargetSound.Of(wanted ?? TestCorpora.Noise(2, seed: 9));
        return UnitSelection.Select(corpus, target, new() { Features = FeatureWeights.Parse(features) }).Units;
    }

    private string[] Tables(string feature) => Directory.GetFiles(Path.Combine(_folder, "features", feature), "*.npy");

    private void Make(string features, params (string Name, Sound Sound)[] files)
    {
        IndexBuilder builder = IndexBuilder.Open(_folder, Options(features));
        foreach ((string name, Sound sound) in files)
            builder.Add(CorpusIndexTests.FileOf(name, sound), take => take(sound[0]));
        builder.Finish([.. files.Select(file => file.Name)]);
    }
}
