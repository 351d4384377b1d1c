using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

public sealed class FeatureWorkflowTests : MosaicFolder
{
    [Fact]
    public void The_scripts_choice_is_that_of_specgrams_of_files_and_of_an_index()
    {
        string[] files = [Noise("a.wav", 1, 3), Noise("b.wav", 2, 2)];
        Noise("song.wav", 3, 2);
        Index("specgram", files);
        MosaicRequest exact = Request(files, new()) with { SeedExact = true };
        SelectionOptions nearest = new() { Method = SelectionMethod.Nearest, Features = FeatureWeights.Parse("specgram") };
        (int, int)[] expected = Units(exact);
        Assert.Equal(50, expected.Length);
        Assert.Equal(expected, Units(exact with { Corpus = new() { Files = [At("index")] } }));
        Assert.Equal(expected, Units(Request(files, nearest)));
        Assert.Equal(expected, Units(Request([At("index")], nearest)));
    }

    [Fact]
    public void Features_are_added_to_an_index_without_hearing_its_files_again()
    {
        Index("mel", Noise("a.wav", 1, 1));
        Assert.Equal(0, Index("onset=2").Added);
        Assert.Equal("mel,onset=2", CorpusIndex.OptionsOf(At("index")).Features.ToString());
    }

    [Fact]
    public void Specgrams_are_added_to_an_index_that_has_none()
    {
        Index("mel", Noise("a.wav", 1, 1));
        Index("specgram");
        using Corpus corpus = Corpora.Open(At("index"), Cancel);
        Assert.Equal("mel,specgram", corpus.Options.Features.ToString());
    }

    [Fact]
    public void A_feature_that_an_index_lacks_is_named_with_what_to_do()
    {
        Index("mel", Noise("a.wav", 1, 1));
        Noise("song.wav", 2, 1);
        MosaicRequest request = Request([At("index")], new() { Features = FeatureWeights.Parse("mel,f0,onset") });
        string message = Assert.Throws<IndexException>(() => MosaicWorkflow.Run(request, cancel: Cancel)).Message;
        Assert.Contains($"'cymatic index -o {At("index")} --features f0,onset'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Specgrams_of_grains_are_refused_before_anything_is_written()
    {
        IndexRequest request = Wanted("specgram", Noise("a.wav", 1, 1));
        request = request with { Options = request.Options with { Units = new() { Kind = UnitKind.Grains } } };
        Assert.Throws<RequestException>(() => IndexWorkflow.Run(request, cancel: Cancel));
        Assert.False(Directory.Exists(At("index")));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static (int, int)[] Units(MosaicRequest request) =>
        [.. MosaicWorkflow.Run(request, cancel: Cancel).Plan.Units.Select(unit => (unit.Source, unit.Unit))];

    private IndexResult Index(string features, params string[] files) => IndexWorkflow.Run(Wanted(features, files), cancel: Cancel);

    private IndexRequest Wanted(string features, params string[] files) =>
        new() { Files = files, Folder = At("index"), Options = new() { Features = FeatureWeights.Parse(features) } };

    private MosaicRequest Request(string[] corpus, SelectionOptions selection) => new()
    {
        Corpus = new() { Files = corpus },
        Selection = selection,
        Rendering = new() { Target = At("song.wav"), Outputs = [At("plan.json")], Sound = AsItIs },
    };

    private string Noise(string name, int seed, int seconds)
    {
        var random = new Random(seed);
        float low = 0, y = 0;
        var samples = new float[44_100 * seconds];
        for (int n = 0; n < samples.Length; n++)
        {
            low = n % 900 == 0 ? 0.02f + (0.9f * random.NextSingle()) : low;
            samples[n] = 0.5f * (y += low * (random.NextSingle() - 0.5f - y));
        }

        AudioFile.Write(At(name), new Sound(samples, 44_100));
        return At(name);
    }
}
