using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class SpectralPitchTests
{
    private const int Rate = 22050;

    [Theory]
    [InlineData(55)]
    [InlineData(220)]
    [InlineData(987.77)]
    public void The_pitch_of_a_harmonic_tone_is_its_fundamental(double hz) =>
        Assert.Equal(hz, Pitch(t => Enumerable.Range(1, 6).Sum(k => Math.Sin(2 * Math.PI * k * hz * t) / k))!.Value, 0.01 * hz);

    [Fact]
    public void A_tone_without_its_fundamental_has_its_pitch() =>
        Assert.Equal(200, Pitch(t => Enumerable.Range(3, 5).Sum(k => Math.Sin(2 * Math.PI * k * 200 * t)))!.Value, 2.0);

    [Fact]
    public void Noise_has_none()
    {
        var random = new Random(1);
        Assert.Null(Pitch(_ => random.NextDouble() - 0.5));
    }

    [Fact]
    public void Silence_has_none() => Assert.Null(Pitch(_ => 0));

    private static double? Pitch(Func<double, double> wave)
    {
        var fft = new RealFft<float>(8192);
        var time = new float[8192];
        for (int n = 0; n < 6600; n++)
            time[n] = (float)(wave((double)n / Rate) * (1 - n / 6600.0));
        float[] re = new float[fft.Bins], im = new float[fft.Bins];
        fft.Forward(time, re, im);
        for (int bin = 0; bin < re.Length; bin++)
            re[bin] = re[bin] * re[bin] + im[bin] * im[bin];
        return new SpectralPitch(fft, Rate).Of(re).PitchHz;
    }
}
