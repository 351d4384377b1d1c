using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class LogBandsTests
{
    [Fact]
    public void The_flux_of_silence_is_0() => Assert.All(Of(new float[Synthetic.Rate]).Flux, flux => Assert.Equal(0, flux));

    [Fact]
    public void A_click_raises_the_flux_where_it_is()
    {
        var song = new float[Synthetic.Rate];
        song[11025] = 0.5f;
        LogBands bands = Of(song);
        Assert.InRange(Array.IndexOf(bands.Flux, bands.Flux.Max()) * bands.Hop, 11025 - 350, 11025 + 350);
        Assert.True(bands.FluxNear(11025) > 20);
        Assert.Equal(0, bands.FluxNear(3000));
    }

    [Fact]
    public void The_cut_at_the_end_of_a_held_tone_is_no_rise()
    {
        float[] flux = Of([.. Enumerable.Range(0, Synthetic.Rate).Select(n => 0.3f * MathF.Sin(0.125f * n))]).Flux;
        Assert.True(flux[0] > 10);
        Assert.All(flux[10..], rise => Assert.InRange(rise, 0, 1));
    }

    [Fact]
    public void Steady_noise_has_far_less_flux_than_a_burst_in_it()
    {
        float[] song = Synthetic.Noise(1, Synthetic.Rate, 0.02f);
        song.Add(Synthetic.Burst(2, 0.2), 11025);
        LogBands bands = Of(song);
        Assert.True(bands.FluxNear(11025) > 4 * bands.FluxNear(6000));
    }

    [Fact]
    public void A_change_of_pitch_is_novel_and_a_held_tone_is_not()
    {
        LogBands bands = Of([.. Enumerable.Range(0, Synthetic.Rate).Select(n => 0.3f * MathF.Sin((n < 11025 ? 0.1f : 0.37f) * n))]);
        Assert.True(bands.ChangeAt(11025).Novelty > 5);
        Assert.InRange(bands.ChangeAt(5000).Novelty, 0, 0.5);
    }

    [Fact]
    public void A_change_of_gain_by_12_dB_is_novel_by_12_dB()
    {
        float[] song = Synthetic.Noise(3, 2 * Synthetic.Rate, 0.1f);
        for (int n = Synthetic.Rate; n < song.Length; n++)
            song[n] *= 4;
        Assert.Equal(12, Of(song).ChangeAt(Synthetic.Rate).Novelty, 3.0);
    }

    [Theory]
    [InlineData(1, 22050)]
    [InlineData(100, 2000)]
    [InlineData(4000, 384000)]
    public void Any_length_and_rate_has_a_finite_flux(int length, int rate) =>
        Assert.All(new LogBands(new Sound(Synthetic.Noise(1, length), rate)).Flux, flux => Assert.True(float.IsFinite(flux)));

    private static LogBands Of(float[] song) => new(new Sound(song, Synthetic.Rate));
}
