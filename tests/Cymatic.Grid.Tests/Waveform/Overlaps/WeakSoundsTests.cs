using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class WeakSoundsTests
{
    private static readonly double[] s_places = [0.5, 1.1, 1.9, 2.4];

    [Fact]
    public void A_strong_sound_that_always_starts_with_another_stays() => Assert.Equal(2, Left(0.8f, 0));

    [Fact]
    public void A_whisper_that_always_starts_with_another_goes() => Assert.Equal(1, Left(0.05f, 0));

    [Fact]
    public void A_whisper_by_itself_stays() => Assert.Equal(2, Left(0.05f, 0.25));

    [Fact]
    public void What_is_known_is_not_doubted() => Assert.Equal(2, Left(0.05f, 0, known: true));

    /// <summary>How many of two templates stay; the second has a gain and plays some seconds after the first.</summary>
    private static int Left(float gain, double after, bool known = false)
    {
        float[] first = Synthetic.Burst(1, 0.15), second = [.. Synthetic.Burst(2, 0.15).Select(v => gain * v)];
        IEnumerable<(float[], double, float)> places =
            [.. s_places.Select(t => (first, t, 1f)), .. s_places.Select(t => (second, t + after, 1f))];
        WhitenedSong song = WhitenedSong.Unfiltered(new Sound(Synthetic.Song(3.5, places), Synthetic.Rate));
        var state = new Explanation(song, s_places.Select(t => (int)(t * Synthetic.Rate)), default);
        Template second2 = Of(second, after, state);
        state.Templates.AddRange([Of(first, 0, state), second2]);
        WeakSounds.Drop(state, known ? [second2] : []);
        return state.Templates.Count;
    }

    private static Template Of(float[] wave, double after, Explanation state) =>
        new(
            [[.. new float[state.Lead], .. wave]],
            [.. s_places.Select(t => new Playing((int)((t + after) * Synthetic.Rate) - state.Lead, [1f]))]);
}
