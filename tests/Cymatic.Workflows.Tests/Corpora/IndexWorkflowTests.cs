using Cymatic.Media;
using Cymatic.Mosaic;
using Cymatic.Signal;

namespace Cymatic.Workflows.Tests;

public sealed class IndexWorkflowTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("cymatic-index-").FullName;

    [Fact]
    public void Files_of_other_rates_become_one_corpus()
    {
        IndexResult result = Index(Write("a.wav", 44_100, 1), Write("b.wav", 8000, 2));
        Assert.Equal((2, 74), (result.Sources, result.Units));
    }

    [Fact]
    public void A_file_that_is_there_already_is_not_heard_again()
    {
        string a = Write("a.wav", 44_100, 1);
        Index(a);
        Assert.Equal(1, Index(a, Write("b.wav", 8000, 2)).Added);
    }

    [Fact]
    public void A_file_that_has_changed_is_named()
    {
        string a = Write("a.wav", 44_100, 1);
        Index(a);
        Write("a.wav", 44_100, 2);
        Assert.Contains("a.wav has changed", Assert.Throws<IndexException>(() => Corpora.Open(Corpus)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_has_moved_is_named()
    {
        string a = Write("a.wav", 44_100, 1);
        Index(a);
        File.Delete(a);
        Assert.Contains("--relocate", Assert.Throws<IndexException>(() => Corpora.Open(Corpus)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_has_moved_is_found_in_the_folder_that_is_named()
    {
        string a = Write("a.wav", 44_100, 1), there = Directory.CreateDirectory(Path.Combine(_folder, "there")).FullName;
        Index(a);
        File.Move(a, Path.Combine(there, "a.wav"));
        IndexWorkflow.Run(new() { Folder = Corpus, Relocate = there }, cancel: TestContext.Current.CancellationToken);
        using Corpus corpus = Corpora.Open(Corpus, TestContext.Current.CancellationToken);
        Assert.Equal(Path.Combine(there, "a.wav"), corpus.Sources[0].File.Path);
    }

    [Fact]
    public void A_damaged_file_between_others_is_left_out_by_name_when_that_is_allowed()
    {
        string damaged = Path.Combine(_folder, "damaged.wav");
        File.WriteAllText(damaged, "this is no sound");
        IndexResult result = IndexWorkflow.Run(
            new() { Files = [Write("a.wav", 44_100, 1), damaged, Write("b.wav", 8000, 2)], Folder = Corpus, Lenient = true },
            cancel: TestContext.Current.CancellationToken);
        Assert.Equal(2, result.Sources);
        Assert.Contains("damaged.wav", Assert.Single(result.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_is_refused_otherwise()
    {
        string damaged = Path.Combine(_folder, "damaged.wav");
        File.WriteAllText(damaged, "this is no sound");
        Assert.Throws<UnreadableMediaException>(() => Index(Write("a.wav", 44_100, 1), damaged));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Corpus => Path.Combine(_folder, "x.corpus");

    private IndexResult Index(params string[] files) =>
        IndexWorkflow.Run(new() { Files = files, Folder = Corpus }, cancel: TestContext.Current.CancellationToken);

    private string Write(string name, int rate, int seed)
    {
        var random = new Random(seed);
        string path = Path.Combine(_folder, name);
        AudioFile.Write(path, new Sound([.. Enumerable.Range(0, rate * 3 / 2).Select(_ => random.NextSingle() - 0.5f)], rate));
        return path;
    }
}
