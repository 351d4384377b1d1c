using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

/// <summary>The choice of the script, frame by frame (TestData/scikit-learn-1.2.1/make.py).</summary>
public sealed class SeedMosaicTests
{
    private static readonly SelectionOptions Nearest =
        new() { Method = SelectionMethod.Nearest, Features = FeatureWeights.Of(UnitFeature.Specgram) };

    [Theory]
    [InlineData("24", 24, 1)]
    [InlineData("25", 25, 1)]
    [InlineData("30", 30, 1)]
    [InlineData("29.97", 30_000, 1001)]
    public void Every_frame_is_the_one_that_scikit_learn_finds(string name, int num, int den)
    {
        string folder = Path.Combine("tests", "Cymatic.Mosaic.Tests", "TestData", "scikit-learn-1.2.1");
        int[] expected = Npy.Read(Repository.File(Path.Combine(folder, $"seed-{name}.npy"))).Integers;
        MosaicPlan plan = Plan(new(num, den), Part(20, 6, 0.7), Part(0, 12, 1));
        Assert.Equal(expected, plan.Units.Take(expected.Length).Select(unit => unit.Unit)); // The script leaves the last frame out.
    }

    [Fact]
    public void Frames_of_two_films_are_looked_through() => Assert.All(
        Plan(new(25), Part(10, 2, 1), Part(0, 3, 1), Part(10, 3, 1)).Units, (unit, t) => Assert.Equal((1, t), (unit.Source, unit.Unit)));

    [Fact]
    public void Spectrograms_of_an_index_choose_as_those_in_memory()
    {
        string folder = Path.Combine(Directory.CreateTempSubdirectory("cymatic-seed-").FullName, "x.corpus");
        CorpusSound part = Part(0, 12, 1);
        CorpusOptions options = new() { Units = new() { Rate = new(25) }, Features = Nearest.Features };
        IndexedFile file = CorpusIndexTests.FileOf("song", part.Sound);
        IndexBuilder builder = IndexBuilder.Open(folder, options);
        builder.Add(file, take => take(Resampler.Resample(part.Sound.ToMono(), TargetSound.SampleRate)[0]));
        Assert.True(builder.LacksSpecgrams(file));
        builder.AddSpecgrams(file, part.Seed!);
        builder.Finish(["song"], cancel: Cancel);
        using Corpus corpus = CorpusIndex.Open(folder);
        CorpusSound wanted = Part(20, 6, 0.7);
        using TargetSound target = TargetSound.Of(wanted.Sound, Cancel).With(wanted.Seed!);
        Assert.Equal(
            Plan(new(25), wanted, part).Units.Select(unit => unit.Unit),
            UnitSelection.Select(corpus, target, Nearest, cancel: Cancel).Units.Select(unit => unit.Unit));
        Directory.Delete(Path.GetDirectoryName(folder)!, recursive: true);
    }

    [Fact]
    public void A_spectrogram_does_not_depend_on_the_blocks_in_which_sound_comes()
    {
        SeedSound whole = Part(3, 2, 1).Seed!;
        var blocks = new SeedSound(2, take => whole.Decode(samples =>
        {
            for (int at = 0; at < samples.Length; at += 999)
                take(samples.Slice(at, Math.Min(999, samples.Length - at)));
        }));
        Assert.Equal(Spectra(whole), Spectra(blocks));
    }

    [Fact]
    public void A_corpus_of_one_frame_is_refused() => Assert.Contains(
        "a frame long",
        Assert.Throws<SelectionException>(() => Plan(new(25), Part(20, 1, 1), Cut(Part(0, 1, 1), 1764))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Specgrams_of_grains_are_refused() => Assert.Throws<ArgumentException>(() => Corpus.Of(
        [Part(0, 1, 1)], new() { Units = new() { Kind = UnitKind.Grains }, Features = Nearest.Features }, cancel: Cancel));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static MosaicPlan Plan(UnitRate rate, CorpusSound wanted, params CorpusSound[] sources)
    {
        CorpusOptions options = new() { Units = new() { Rate = rate }, Features = Nearest.Features };
        using Corpus corpus = Corpus.Of(sources, options, cancel: Cancel);
        using TargetSound target = TargetSound.Of(wanted.Sound, Cancel).With(wanted.Seed!);
        return UnitSelection.Select(corpus, target, Nearest, cancel: Cancel);
    }

    private static List<float[]> Spectra(SeedSound sound)
    {
        List<float[]> spectra = [];
        SeedFrames.Read(sound, new(25), (50, true), row => spectra.Add(row.ToArray()));
        return spectra;
    }

    private static CorpusSound Cut(CorpusSound sound, int samples) => Of(sound.Sound.Slice(0, samples));

    private static CorpusSound Part(int start, int seconds, double gain)
    {
        float[] song = Golden.OwnSound("song40s_22k.wav").Samples, left = new float[2 * song.Length], right = new float[left.Length];
        for (int i = 0; i < left.Length; i++)
            left[i] = (float)(gain * song[i / 2]);
        left.AsSpan(0, left.Length - 7).CopyTo(right.AsSpan(7));
        int rate = SeedSound.SampleRate;
        return Of(new Sound([left, right], rate).Slice(start * rate, seconds * rate));
    }

    private static CorpusSound Of(Sound sound)
    {
        var mean = new float[sound.Length];
        TensorPrimitives.Add(sound[0], sound[1], mean);
        TensorPrimitives.Multiply(mean, 0.5f, mean);
        return new("song.wav", sound) { Seed = new(sound.Duration, take => take(mean)) };
    }
}
