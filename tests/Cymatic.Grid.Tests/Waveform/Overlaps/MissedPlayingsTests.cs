namespace Cymatic.Grid.Tests;

public sealed class MissedPlayingsTests
{
    private static readonly double[] Heard = [0.3, 1.1, 1.9, 2.7];
    private const double Missed = 3.62;

    [Fact]
    public void A_known_sound_is_found_where_no_start_was_heard()
    {
        List<Template> templates = ExplainAway.Run(Song(0.7f), Onsets(), default);
        Assert.Contains(templates, t => t.Playings.Count == 5 && IsNear(t.Playings[^1]));
    }

    [Fact]
    public void What_is_too_soft_to_be_the_sound_is_left()
    {
        List<Template> templates = ExplainAway.Run(Song(0.2f), Onsets(), default);
        Assert.DoesNotContain(templates.SelectMany(t => t.Playings), IsNear);
    }

    private static bool IsNear(Playing playing) =>
        Math.Abs((double)playing.Sample / Synthetic.Rate + ExplainAway.LeadSeconds - Missed) < 0.002;

    private static IEnumerable<int> Onsets() => [.. Heard.Append(3.3).Select(t => (int)Math.Round(t * Synthetic.Rate))];

    // One sound four times, then another, in whose tail the first plays once more.
    private static WhitenedSong Song(float gain)
    {
        float[] known = Synthetic.Burst(1, 0.4), other = Synthetic.Burst(2, 0.9);
        IEnumerable<(float[], double, float)> places = Heard.Select(t => (known, t, 0.8f));
        return Synthetic.Song(5, places.Append((other, 3.3, 1f)).Append((known, Missed, gain))).Whitened();
    }
}
