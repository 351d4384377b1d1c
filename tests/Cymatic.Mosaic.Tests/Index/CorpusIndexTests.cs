using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

public sealed class CorpusIndexTests : IDisposable
{
    private static readonly Sound Song = TestCorpora.Sound(4, seed: 3), Other = TestCorpora.Noise(3, seed: 4);
    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("cymatic-index-").FullName, "x.corpus");

    [Fact]
    public void An_index_gives_the_plan_of_the_corpus_in_memory()
    {
        Make(("song", Song), ("other", Other));
        using Corpus kept = CorpusIndex.Open(_folder), memory = Corpus.Of([new("song", Song), new("other", Other)], Options);
        Assert.Equal(Plan(memory), Plan(kept));
    }

    [Fact]
    public void Features_are_an_array_that_NumPy_reads()
    {
        Make(("song", Song));
        Assert.Equal([96, 64], Npy.Read(Path.Combine(_folder, "features.npy")).Shape);
    }

    [Fact]
    public void A_file_that_is_added_leaves_the_numbers_of_the_others()
    {
        Make(("song", Song));
        float[] before = Npy.Read(Path.Combine(_folder, "features.npy")).Floats;
        Make(("other", Other));
        Assert.Equal(before, Npy.Read(Path.Combine(_folder, "features.npy")).Floats[..before.Length]);
    }

    [Fact]
    public void Units_of_an_added_file_are_found()
    {
        Make(("other", Other));
        Make(("song", Song));
        using Corpus corpus = CorpusIndex.Open(_folder);
        using TargetSound target = TargetSound.Of(Song);
        Assert.All(UnitSelection.Select(corpus, target).Units, (unit, i) => Assert.Equal((1, i), (unit.Source, unit.Unit)));
    }

    [Fact]
    public void Work_that_was_broken_off_is_taken_up_again()
    {
        IndexBuilder broken = IndexBuilder.Open(_folder, Options);
        Add(broken, "song", Song);
        Make(("other", Other));
        using Corpus corpus = CorpusIndex.Open(_folder);
        Assert.Equal(2, corpus.Sources.Count);
    }

    [Theory]
    [InlineData(UnitKind.Frames, 4.0)]
    [InlineData(UnitKind.Frames, 4.3)] // longer than its sound
    [InlineData(UnitKind.Grains, 4.0)]
    public void Units_that_are_heard_while_they_are_decoded_are_those_that_are_heard_later(UnitKind kind, double duration)
    {
        CorpusOptions options = new() { Units = new() { Kind = kind, Rate = new(30) } };
        IndexBuilder early = IndexBuilder.Open(_folder, options);
        early.Add(FileOf("song", Song) with { Duration = duration }, take =>
        {
            for (int at = 0; at < Song.Length; at += 777)
                take(Song[0].Slice(at, Math.Min(777, Song.Length - at)));
        });
        early.Finish(["song"]);
        string other = _folder + ".later";
        IndexBuilder.Open(other, options).Add(FileOf("song", Song) with { Duration = duration }, take => take(Song[0]));
        IndexBuilder.Open(other, options).Finish(["song"]);
        foreach (string table in Directory.GetFiles(_folder, "*.npy"))
            Assert.Equal(File.ReadAllBytes(Path.Combine(other, Path.GetFileName(table))), File.ReadAllBytes(table));
    }

    [Fact]
    public void An_index_that_is_not_finished_is_refused()
    {
        Add(IndexBuilder.Open(_folder, Options), "song", Song);
        Assert.Contains("not finished", Assert.Throws<IndexException>(() => CorpusIndex.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_of_a_newer_version_is_refused()
    {
        Make(("song", Song));
        string manifest = Path.Combine(_folder, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal));
        Assert.Contains("newer Cymatic", Assert.Throws<IndexException>(() => CorpusIndex.Open(_folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_that_was_cut_otherwise_is_not_added_to()
    {
        Make(("song", Song));
        Assert.Throws<IndexException>(() => IndexBuilder.Open(_folder, new() { Units = new() { Rate = new(30) } }));
    }

    [Fact]
    public void A_folder_of_something_else_is_not_written_into()
    {
        Directory.CreateDirectory(_folder);
        File.WriteAllText(Path.Combine(_folder, "letter.txt"), "dear");
        Assert.Throws<IndexException>(() => IndexBuilder.Open(_folder, Options));
    }

    [Theory]
    [InlineData("features.npy")]
    [InlineData("units.npy")]
    [InlineData("means.npy")]
    [InlineData("basis.npy")]
    public void A_table_that_is_cut_short_is_refused(string name)
    {
        Make(("song", Song));
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^40]);
        Assert.Throws<MalformedFileException>(() => CorpusIndex.Open(_folder));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    private static CorpusOptions Options => new() { Units = new() { Rate = new(24) } };

    private static IReadOnlyList<PlanUnit> Plan(Corpus corpus)
    {
        using TargetSound target = TargetSound.Of(TestCorpora.Noise(2, seed: 9));
        return UnitSelection.Select(corpus, target).Units;
    }

    private void Make(params (string Name, Sound Sound)[] files)
    {
        IndexBuilder builder = IndexBuilder.Open(_folder, Options);
        foreach ((string name, Sound sound) in files)
            Add(builder, name, sound);
        builder.Finish([.. files.Select(file => file.Name)]);
    }

    private static void Add(IndexBuilder builder, string name, Sound sound) => builder.Add(FileOf(name, sound), take => take(sound[0]));

    internal static IndexedFile FileOf(string name, Sound sound) => new()
    {
        Path = name,
        Size = 1,
        Written = DateTime.UnixEpoch,
        Sha256 = name.PadRight(64, '0'),
        SampleRate = sound.SampleRate,
        Duration = sound.Duration,
    };
}
