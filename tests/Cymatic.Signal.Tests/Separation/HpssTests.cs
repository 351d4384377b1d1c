namespace Cymatic.Signal.Tests;

public class HpssTests
{
    private static readonly Lazy<Sound> Signal = new(() =>
    {
        (float[] samples, int rate) = Golden.Sound("signal5s_22k.wav");
        return new Sound(samples, rate);
    });

    [Theory]
    [InlineData("hpss_H", true)]
    [InlineData("hpss_P", false)]
    public void Parts_are_librosas(string name, bool harmonic)
    {
        Npy golden = Golden.Array(name);
        float[] expected = golden.Floats;
        (Spectrogram h, Spectrogram p) = Hpss.Separate(Stft.Magnitude(Signal.Value));
        Spectrogram part = harmonic ? h : p;
        double worst = 0;
        for (int i = 0; i < expected.Length; i++)
            worst = Math.Max(worst, Math.Abs(expected[i] - part[i % golden.Shape[1]][i / golden.Shape[1] * 8]));
        Assert.InRange(worst, 0, expected.Max() * 1e-4);
    }

    [Theory]
    [InlineData("hpss_H_energy", true)]
    [InlineData("hpss_P_energy", false)]
    public void Energies_of_the_parts_are_librosas(string name, bool harmonic)
    {
        float[] expected = Golden.Array(name).Floats;
        (Spectrogram h, Spectrogram p) = Hpss.Separate(Stft.Magnitude(Signal.Value));
        Spectrogram part = harmonic ? h : p;
        Assert.Equal(expected.Length, part.Frames);
        for (int frame = 0; frame < expected.Length; frame++)
            Assert.Equal(expected[frame], part[frame].ToArray().Sum(v => (double)v * v), (1e-4 * expected[frame]) + 1e-6);
    }

    [Theory]
    [InlineData(40, 33)]
    [InlineData(7, 5)]
    [InlineData(1, 1)]
    [InlineData(300, 70)]
    public void Masks_of_medians_are_those_of_sorting(int frames, int bins)
    {
        float[] values = [.. RealFftTests.Noise<float>(frames * bins, 4).Select(Math.Abs)];
        var levels = new Spectrogram(values, [.. Enumerable.Range(0, bins).Select(k => (double)k)], new(8000, 512));
        (Spectrogram harmonic, _) = Hpss.Separate(levels, new() { KernelFrames = 9, KernelBins = 5 });
        for (int i = 0; i < values.Length; i++)
        {
            int frame = i / bins, bin = i % bins;
            double h = Median(9, offset => values[(Mirror(frame + offset, frames) * bins) + bin]);
            double p = Median(5, offset => values[(frame * bins) + Mirror(bin + offset, bins)]);
            Assert.Equal(values[i] * h * h / ((h * h) + (p * p)), harmonic.Values[i], 1e-5);
        }
    }

    [Fact]
    public void With_margins_of_one_the_parts_add_up_to_the_sound()
    {
        var stereo = new Sound([Signal.Value[0].ToArray(), [.. Signal.Value[0].ToArray().Select(v => -0.3f * v)]], 22_050);
        (Sound harmonic, Sound percussive) = Hpss.Separate(stereo);
        for (int channel = 0; channel < 2; channel++)
        {
            for (int n = 0; n < stereo.Length; n++)
                Assert.Equal(stereo[channel][n], harmonic[channel][n] + percussive[channel][n], 1e-5);
        }
    }

    [Fact]
    public void A_sound_is_separated_as_its_spectrogram_is()
    {
        Sound sound = Signal.Value;
        ComplexSpectrogram transform = Stft.Forward(sound);
        float[] levels = transform.Magnitude().Values,
            part = Hpss.Separate(transform.Magnitude(), new() { HarmonicMargin = 2 }).Harmonic.Values;
        float[] re = [.. transform.RealParts], im = [.. transform.ImaginaryParts];
        for (int i = 0; i < re.Length; i++)
        {
            float mask = levels[i] > 0 ? part[i] / levels[i] : 0;
            (re[i], im[i]) = (re[i] * mask, im[i] * mask);
        }

        float[] expected = Stft.Inverse(new(re, im, sound.SampleRate, transform.Options), sound.Length)[0].ToArray();
        float[] ours = Hpss.Separate(sound, new() { HarmonicMargin = 2 }).Harmonic[0].ToArray();
        Assert.InRange(expected.Zip(ours, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-5);
    }

    [Fact]
    public void A_steady_tone_is_harmonic_and_a_click_percussive()
    {
        var samples = new float[44_100];
        for (int n = 0; n < samples.Length; n++)
            samples[n] = 0.5f * MathF.Sin(2 * MathF.PI * 880 * n / 22_050);
        samples[22_000] += 1;
        (Sound harmonic, Sound percussive) = Hpss.Separate(new Sound(samples, 22_050));
        Assert.InRange(percussive[0][22_000], 0.6f, 1.1f);
        Assert.InRange(Energy(harmonic[0][8000..12_000]) / Energy(samples.AsSpan(8000, 4000)), 0.98, 1.02);
    }

    [Fact]
    public void Hard_masks_give_each_number_to_one_part()
    {
        (Spectrogram harmonic, Spectrogram percussive) = Hpss.Separate(
            Stft.Magnitude(Signal.Value), new() { Power = double.PositiveInfinity });
        Assert.All(harmonic.Values.Zip(percussive.Values), pair => Assert.True(pair.First == 0 || pair.Second == 0));
    }

    [Fact]
    public void Samples_that_are_not_finite_are_refused() =>
        Assert.Throws<ArgumentException>(() => Hpss.Separate(new Sound([0, float.NaN, 0], 8000)));

    [Fact]
    public void An_even_kernel_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new HpssOptions { KernelBins = 30 });

    [Fact]
    public void Silence_and_nothing_stay_what_they_are()
    {
        Assert.All(Hpss.Separate(new Sound(new float[5000], 8000)).Harmonic[0].ToArray(), v => Assert.Equal(0, v));
        Assert.Equal(0, Hpss.Separate(new Sound(Array.Empty<float>(), 8000)).Percussive.Length);
    }

    private static double Energy(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float v in samples)
            sum += v * v;
        return sum;
    }

    private static double Median(int kernel, Func<int, float> value) =>
        Enumerable.Range(-(kernel / 2), kernel).Select(value).Order().ElementAt(kernel / 2);

    private static int Mirror(int i, int n)
    {
        while (i < 0 || i >= n)
            i = i < 0 ? -1 - i : (2 * n) - 1 - i;
        return i;
    }
}
