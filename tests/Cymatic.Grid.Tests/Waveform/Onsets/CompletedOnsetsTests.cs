using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class CompletedOnsetsTests
{
    private static readonly double[] Times = [0.2, 0.7, 1.2, 1.7, 2.2];

    [Fact]
    public void A_start_that_was_missed_is_found_by_its_waveform()
    {
        (int[] completed, WhitenedSong song) = Complete([0.2, 0.7, 2.2]);
        Assert.Equal(Times.Select(song.Samples), completed, (a, b) => Math.Abs(a - b) <= 1);
    }

    [Fact]
    public void Nothing_is_added_when_nothing_was_missed()
    {
        (int[] completed, WhitenedSong song) = Complete(Times);
        Assert.Equal(Times.Select(song.Samples), completed);
    }

    [Fact]
    public void No_candidates_stay_none() => Assert.Empty(Complete([]).Onsets);

    private static (int[] Onsets, WhitenedSong Song) Complete(double[] known)
    {
        float[] burst = Synthetic.Burst(1, 0.3), samples = Synthetic.Song(3, Times.Select(t => (burst, t, 0.8f)));
        WhitenedSong song = samples.Whitened();
        var candidates = known.Select(t => new Candidate(song.Samples(t), 10)).ToList();
        List<Twin>[] twins = new HeadMatcher(song, candidates.Select(c => c.Sample), 0.097).AllTwins(0.05f, default);
        var bands = new LogBands(new Sound(samples, Synthetic.Rate));
        return ([.. CompletedOnsets.Of(song, candidates, twins, bands, default).Select(c => c.Sample)], song);
    }
}
