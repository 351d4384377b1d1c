using System.Text.Json;
using Cymatic.Signal;

namespace Cymatic.Plot.Tests;

public sealed class AudioTextureTests
{
    private const int Rate = 48000;

    private static byte[] At(double t, float[] samples)
    {
        byte[] texels = new byte[2 * AudioTexture.Columns];
        ShaderChannel.Audio(new Sound(samples, Rate)).Write(t, texels);
        return texels;
    }

    private static float[] Tone(double amplitude, int bin, int length = 2 * Rate) =>
        [.. Enumerable.Range(0, length).Select(n => (float)(amplitude * Math.Cos(Math.Tau * bin * n / AudioTexture.FftLength)))];

    // Blackman's window has a mean of 0.42, a cosine half of its amplitude at each of its two frequencies: 20 log₁₀(0.21 · 0.01) dB.
    [Fact]
    public void A_steady_tone_has_the_level_of_the_Web_Audio_API() =>
        Assert.Equal((byte)(255 / 70.0 * (20 * Math.Log10(0.42 / 2 * 0.01) + 100)), At(1.5, Tone(0.01, 100))[100]);

    [Fact]
    public void Loud_tones_are_white_and_silence_is_black()
    {
        byte[] texels = At(1.5, Tone(1, 100));
        Assert.Equal((255, 0), (texels[100], texels[300]));
    }

    // TestData/make_analyser.py has the same tone; bytes are cut, not rounded, so that a hair's breadth is one of them.
    [Theory]
    [InlineData(2)]
    [InlineData(30)]
    [InlineData(50)]
    public void Spectrum_and_waveform_are_those_of_Chromiums_AnalyserNode(int step)
    {
        const int rate = 46080;
        static float Sample(int n)
        {
            double t = n / (double)rate;
            double tone = 0.3 * Math.Sin(Math.Tau * (300 * t + 4000 * t * t)) + 0.01 * Math.Cos(Math.Tau * 9000 * t);
            return n < 0.7 * rate ? (float)tone : 0;
        }

        byte[] texels = new byte[2 * AudioTexture.Columns];
        ShaderChannel.Audio(new Sound([.. Enumerable.Range(0, rate).Select(Sample)], rate)).Write(step / 60.0, texels);
        using JsonDocument json = JsonDocument.Parse(
            File.ReadAllText(Repository.File("tests", "Cymatic.Plot.Tests", "TestData", "analyser.json")));
        JsonElement heard = json.RootElement.GetProperty($"{step}");
        int[] expected = [.. heard.GetProperty("spectrum").EnumerateArray().Concat(heard.GetProperty("waveform").EnumerateArray())
            .Select(value => value.GetInt32())];
        Assert.All(expected.Zip(texels), pair => Assert.InRange(pair.Second, pair.First - 1, pair.First + 1));
    }

    // 0.8 is 20 log₁₀ 0.8 dB. Blocks of 43 ms still hold the tone when it has ended: it is measured later.
    [Fact]
    public void A_tone_that_ends_fades_by_eight_tenths_every_sixtieth_of_a_second()
    {
        float[] samples = [.. Tone(0.3, 100, Rate), .. new float[Rate]];
        double perStep = -20 * Math.Log10(0.8) * 255 / 70;
        Assert.Equal(5 * perStep, At(1.1, samples)[100] - At(1.1 + 5 / 60.0, samples)[100], 1.0);
    }

    [Fact]
    public void The_waveform_is_the_first_quarter_of_the_samples_before_the_time()
    {
        float[] samples = new float[Rate];
        samples[Rate / 2 - 2048] = 0.5f;
        samples[Rate / 2 - 2048 + 511] = -1;
        byte[] wave = At(0.5, samples)[AudioTexture.Columns..];
        Assert.Equal((192, 128, 0), (wave[0], wave[1], wave[511]));
    }

    [Fact]
    public void Times_outside_the_sound_are_silent()
    {
        float[] tone = Tone(0.5, 100, Rate);
        Assert.All([-1, 0, 10, 1e12], t => Assert.Equal(At(1, new float[Rate]), At(t, tone)));
    }

    [Fact]
    public void Any_order_of_asking_gives_the_same()
    {
        var channel = ShaderChannel.Audio(new Sound(Tone(0.1, 40), Rate));
        byte[] first = new byte[1024], again = new byte[1024];
        channel.Write(1, first);
        channel.Write(0.2, again);
        channel.Write(1, again);
        Assert.Equal(first, again);
    }

    [Fact]
    public void The_shader_reads_the_spectrum_below_and_the_waveform_above()
    {
        using Shader shader = TestShaders.Create(
            TestShaders.Plain("vec4(texelFetch(iChannel0, ivec2(100, 0), 0).x, texture(iChannel0, vec2(0.9, 0.75)).x, 0.0, 1.0)"),
            new() { Channels = [ShaderChannel.Audio(new Sound(new float[Rate], Rate))] });
        Assert.Equal([0xFF008000], TestShaders.Draw(shader, 1, 1, 0.5));
    }

    [Fact]
    public void Samples_that_are_not_finite_are_refused() =>
        Assert.Throws<ArgumentException>("sound", () => ShaderChannel.Audio(new Sound([0, float.NaN], Rate)));
}
