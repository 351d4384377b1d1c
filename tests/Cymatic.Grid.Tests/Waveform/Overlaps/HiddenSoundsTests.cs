using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class HiddenSoundsTests
{
    private const double Slot = 0.25;
    private const int Slots = 40;
    private static readonly int[] s_soft = [3, 8, 17, 26, 33];

    [Fact]
    public void What_plays_softly_under_a_sound_that_plays_always_is_found()
    {
        List<Template> found = Found(0.15f);
        Assert.Contains(found, t => Played(t).SequenceEqual(s_soft));
    }

    [Fact]
    public void The_sound_that_plays_always_stays_one_sound() =>
        Assert.Contains(Found(0.15f), t => Played(t).SequenceEqual(Enumerable.Range(0, Slots)));

    [Fact]
    public void Where_nothing_is_hidden_nothing_is_found() => Assert.Single(Found(0));

    /// <summary>A loud burst in every slot, and another one with <paramref name="gain"/> under five of them.</summary>
    private static List<Template> Found(float gain)
    {
        float[] loud = Synthetic.Burst(1, 0.2), soft = Synthetic.Burst(2, 0.2);
        WhitenedSong song = WhitenedSong.Unfiltered(new Sound(Synthetic.Song(
            Slots * Slot + 1,
            [.. Enumerable.Range(0, Slots).Select(k => (loud, At(k), 1f)), .. s_soft.Select(k => (soft, At(k), gain))]), Synthetic.Rate));
        return ExplainAway.Run(song, [.. Enumerable.Range(0, Slots).Select(k => (int)(At(k) * Synthetic.Rate))], default);
    }

    private static double At(int slot) => 0.1 + Slot * slot;

    private static IEnumerable<int> Played(Template template) =>
        template.Playings.Select(p => (int)Math.Round(((double)p.Sample / Synthetic.Rate - 0.1) / Slot));
}
