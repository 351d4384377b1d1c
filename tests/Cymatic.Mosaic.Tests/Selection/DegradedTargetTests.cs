using Cymatic.Signal;

namespace Cymatic.Mosaic.Tests;

/// <summary>A target that was made from the corpus is found again, whatever was done to it.</summary>
public sealed class DegradedTargetTests
{
    private static readonly Sound Song = TestCorpora.Sound(8, seed: 3);

    [Theory]
    [InlineData(SelectionMethod.Nearest)]
    [InlineData(SelectionMethod.Viterbi)]
    public void In_noise_as_loud_as_itself(SelectionMethod method)
    {
        var random = new Random(1);
        float level = MathF.Sqrt(Song[0].ToArray().Average(x => x * x)) * MathF.Sqrt(12);
        Assert.Equal(1, Right([.. Song[0].ToArray().Select(x => x + level * (random.NextSingle() - 0.5f))], method));
    }

    [Fact]
    public void A_hundred_times_quieter() => Assert.Equal(1, Right([.. Song[0].ToArray().Select(x => 0.01f * x)]));

    [Fact]
    public void With_its_treble_cut()
    {
        float y = 0;
        Assert.Equal(1, Right([.. Song[0].ToArray().Select(x => y += 0.2f * (x - y))]));
    }

    [Theory]
    [InlineData(0.010)]
    [InlineData(-0.012)]
    public void Beside_the_grid_and_the_plan_says_by_how_much(double seconds)
    {
        MosaicPlan plan = PlanOf(Shifted(seconds), SelectionMethod.Nearest);
        Assert.Equal(seconds, plan.OffsetSeconds, 3e-4);
    }

    [Fact]
    public void Another_sound_is_no_copy() =>
        Assert.InRange(PlanOf(TestCorpora.Noise(8, seed: 77)[0].ToArray(), SelectionMethod.Nearest).CopiedShare, 0, 0.12);

    private static float[] Shifted(double seconds)
    {
        var shifted = new float[Song.Length];
        int by = (int)(seconds * Song.SampleRate);
        for (int i = 0; i < shifted.Length; i++)
            shifted[i] = i - by >= 0 && i - by < shifted.Length ? Song[0][i - by] : 0;
        return shifted;
    }

    private static (Sound Shuffled, int[] Order) Corpus => TestCorpora.Shuffle(Song, 24, seed: 5);

    private static MosaicPlan PlanOf(float[] samples, SelectionMethod method)
    {
        using Corpus corpus = TestCorpora.Of(Corpus.Shuffled, 24);
        using TargetSound target = TargetSound.Of(new Sound(samples, Song.SampleRate));
        return UnitSelection.Select(corpus, target, new() { Method = method });
    }

    private static double Right(float[] samples, SelectionMethod method = SelectionMethod.Nearest)
    {
        int[] order = Corpus.Order, found = TestCorpora.UnitsOf(PlanOf(samples, method));
        return Enumerable.Range(0, found.Length).Count(i => order[found[i]] == i) / (double)found.Length;
    }
}
