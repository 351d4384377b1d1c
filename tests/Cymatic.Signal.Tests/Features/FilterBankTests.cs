namespace Cymatic.Signal.Tests;

public sealed class FilterBankTests
{
    [Fact]
    public void Mel_bands_weigh_what_librosas_weigh()
    {
        float[] expected = Golden.Array("mel_fb_rowsum").Floats;
        FilterBank bank = FilterBank.Mel(22050, 2048);
        var sums = new float[bank.Bands];
        bank.Apply(Ones(bank.Bins), sums);
        for (int band = 0; band < expected.Length; band++)
            Assert.Equal(expected[band], sums[band], 1e-6 * expected.Max());
    }

    [Fact]
    public void Htk_bands_without_norm_are_librosas()
    {
        float[] expected = Golden.Array("mel_fb_htk_row40").Floats;
        FilterBank bank = FilterBank.Mel(22050, 2048, new MelOptions { Formula = MelFormula.Htk, UnitArea = false });
        for (int bin = 0; bin < expected.Length; bin++)
            Assert.Equal(expected[bin], bank[40, bin], 1e-5);
    }

    [Theory]
    [InlineData(MelFormula.Slaney)]
    [InlineData(MelFormula.Htk)]
    public void Mel_and_back_is_the_same_frequency(MelFormula formula)
    {
        foreach (double hz in (double[])[0, 20, 440, 999.9, 1000, 1000.1, 16000])
            Assert.Equal(hz, MelScale.ToHz(MelScale.FromHz(hz, formula), formula), 1e-8);
    }

    [Fact]
    public void A_logarithmic_bank_keeps_a_flat_spectrum_flat()
    {
        FilterBank bank = FilterBank.Logarithmic(44100, 4096, 40, 12, 100);
        var bands = new float[bank.Bands];
        bank.Apply(Ones(bank.Bins), bands);
        Assert.All(bands, level => Assert.Equal(1, level, 1e-5));
    }

    [Fact]
    public void A_band_above_half_the_rate_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FilterBank.Logarithmic(8000, 1024, 40, 12, 100));

    private static float[] Ones(int count)
    {
        var ones = new float[count];
        Array.Fill(ones, 1f);
        return ones;
    }
}
