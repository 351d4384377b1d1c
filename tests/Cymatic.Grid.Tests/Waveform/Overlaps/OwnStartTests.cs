using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class OwnStartTests
{
    private static readonly int[] s_starts = [Synthetic.Rate, 2 * Synthetic.Rate, 3 * Synthetic.Rate];

    [Fact]
    public void A_bass_note_40_dB_below_a_hat_begins_in_frequencies_of_its_own() => Assert.True(Has(Note(), before: 0));

    [Fact]
    public void What_a_hats_estimate_left_lies_in_the_hats_frequencies() =>
        Assert.False(Has([.. Hat().Select(x => 0.01f * x)], before: 0));

    [Fact]
    public void A_note_that_sounded_before_does_not_begin() => Assert.False(Has(Note(), before: 0.01f));

    /// <summary>A soft sound at three places of a song in which a tone of level <paramref name="before"/> sounds everywhere.</summary>
    private static bool Has(float[] soft, float before)
    {
        float[] song = Synthetic.Noise(3, 4 * Synthetic.Rate, 1e-5f);
        song.Add([.. Enumerable.Range(0, song.Length).Select(Sine)], 0, before);
        var state = new Explanation(WhitenedSong.Unfiltered(new Sound(song, Synthetic.Rate)), s_starts, default);
        var template = new Template([soft], [.. s_starts.Select(start => new Playing(start - state.Lead, [1f]))]);
        state.Templates.Add(template);
        return OwnStart.Has(state, template, state.Spectrum(new Template([Hat()], [])));
    }

    /// <summary>Noise with 12 dB more in each octave than in the one below.</summary>
    private static float[] Hat()
    {
        float[] noise = Synthetic.Burst(1, 0.2);
        return [.. noise.Select((x, n) => x - 2 * (n > 0 ? noise[n - 1] : 0) + (n > 1 ? noise[n - 2] : 0))];
    }

    private static float[] Note() =>
        [.. Enumerable.Range(0, Synthetic.Rate / 5).Select(n => 0.01f * Sine(n) * (float)Math.Exp(-n / (0.06 * Synthetic.Rate)))];

    private static float Sine(int n) => (float)Math.Sin(2 * Math.PI * 110 * n / Synthetic.Rate);
}
