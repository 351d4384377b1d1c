using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class RecordedSilenceTests
{
    private const int Rate = 16000;

    [Fact]
    public void Nothing_is_heard_of_a_recordings_noise() =>
        Assert.Equal(0, new RecordedSilence(Words()).HeardLength(Rate * 11 / 10, Rate * 19 / 10));

    [Fact]
    public void A_word_is_heard_until_it_ends() =>
        Assert.Equal(1.0 * Rate, new RecordedSilence(Words()).HeardLength(2 * Rate, 4 * Rate), 0.02 * Rate);

    [Fact]
    public void Where_all_is_about_as_loud_nothing_is_silence()
    {
        var random = new Random(1);
        float[] samples = [.. Enumerable.Range(0, 4 * Rate).Select(i => (i / Rate % 2 == 0 ? 0.2f : 0.5f) * (random.NextSingle() - 0.5f))];
        Assert.Equal(2 * Rate, new RecordedSilence(new Sound(samples, Rate)).HeardLength(Rate, 3 * Rate));
    }

    [Fact]
    public void A_sound_is_over_where_only_a_far_softer_one_goes_on()
    {
        // Each second a loud tone of 0.4 s, then the same 40 dB below.
        float[] samples = [.. Enumerable.Range(0, 5 * Rate).Select(i => (i % Rate < 0.4 * Rate ? 0.5f : 0.005f) * MathF.Sin(0.1f * i))];
        Assert.Equal(0.4 * Rate, new RecordedSilence(new Sound(samples, Rate)).HeardLength(2 * Rate, 3 * Rate), 0.02 * Rate);
    }

    [Fact]
    public void A_word_is_over_before_the_next_one_that_starts_a_little_early() =>
        Assert.Equal(1.0 * Rate, new RecordedSilence(Words()).HeardLength(2 * Rate, 4 * Rate + Rate / 10), 0.02 * Rate);

    [Fact]
    public void What_starts_within_the_last_frame_counts_as_heard() =>
        Assert.Equal(100, new RecordedSilence(Words()).HeardLength(6 * Rate - 100, 6 * Rate));

    /// <summary>Six seconds of soft noise, with a tone in every second one.</summary>
    private static Sound Words()
    {
        var random = new Random(2);
        return new Sound(
            [
                .. Enumerable.Range(0, 6 * Rate).Select(i => 0.01f * (random.NextSingle() - 0.5f)
                    + (i / Rate % 2 == 0 ? 0.3f * MathF.Sin(0.1f * i) : 0)),
            ],
            Rate);
    }
}
