namespace Cymatic.Signal.Tests;

public class TimeStretchTests
{
    private static readonly Lazy<Sound> Signal = new(() =>
    {
        (float[] samples, int rate) = Golden.Sound("signal5s_22k.wav");
        return new Sound(samples, rate);
    });

    private static readonly TimeStretchOptions Classic = new() { Method = StretchMethod.Classic };

    [Theory]
    [InlineData("0.8", 0.8)]
    [InlineData("1.5", 1.5)]
    public void The_classic_stretch_is_librosas(string name, double rate)
    {
        Sound ours = TimeStretch.Stretch(Signal.Value, rate, Classic);
        Assert.Equal(Golden.Value($"stretch_{name}", "length"), ours.Length);
        double energy = Golden.Value($"stretch_{name}", "energy");
        Assert.Equal(energy, Energy(ours[0]), 2e-3 * energy);
        float[] expected = Golden.Array($"stretch_{name}_rms").Floats, levels = Rms(ours);
        Assert.Equal(expected.Length, levels.Length);
        Assert.InRange(expected.Zip(levels, (a, b) => Math.Abs(a - b)).Max(), 0, 0.01 * expected.Max());
    }

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(1.7)]
    public void A_sine_keeps_its_pitch_and_its_level(double rate)
    {
        var sine = new Sound([.. Enumerable.Range(0, 66_150).Select(n => 0.5f * MathF.Sin(2 * MathF.PI * 440 * n / 22_050))], 22_050);
        Sound slow = TimeStretch.Stretch(sine, rate);
        Assert.Equal((int)Math.Round(66_150 / rate), slow.Length);
        ReadOnlySpan<float> middle = slow[0][(slow.Length / 4)..(3 * slow.Length / 4)];
        Assert.Equal(0.125, Energy(middle) / middle.Length, 0.002);
        int crossings = 0;
        for (int n = 1; n < middle.Length; n++)
            crossings += middle[n - 1] < 0 && middle[n] >= 0 ? 1 : 0;
        Assert.InRange(crossings, (440.0 * middle.Length / 22_050) - 2, (440.0 * middle.Length / 22_050) + 2);
    }

    [Fact]
    public void At_its_own_speed_a_sound_stays_itself()
    {
        float[] same = TimeStretch.Stretch(Signal.Value, 1)[0].ToArray();
        Assert.InRange(same.Zip(Signal.Value[0].ToArray(), (a, b) => Math.Abs(a - b)).Max(), 0, 1e-5);
    }

    [Theory]
    [InlineData(StretchMethod.PhaseLocked, 0.4)]
    [InlineData(StretchMethod.PhaseLocked, 1.3)]
    public void Channels_stay_together(StretchMethod method, double rate)
    {
        float[] left = Signal.Value[0].ToArray(), right = [.. left.Select(v => -0.5f * v)];
        Sound stretched = TimeStretch.Stretch(new Sound([left, right], 22_050), rate, new() { Method = method });
        for (int n = 0; n < stretched.Length; n++)
            Assert.Equal(-0.5f * stretched[0][n], stretched[1][n], 1e-4f);
    }

    [Fact]
    public void Slowed_attacks_stay_sharp_and_come_at_their_new_times()
    {
        var samples = new float[66_150];
        int[] attacks = [11_000, 30_000, 52_000];
        var random = new Random(8);
        foreach (int attack in attacks)
        {
            for (int n = 0; n < 4000; n++)
                samples[attack + n] = (float)((random.NextDouble() - 0.5) * Math.Exp(-n / 800.0));
        }

        Sound slow = TimeStretch.Stretch(new Sound(samples, 22_050), 0.25);
        foreach (int attack in attacks)
        {
            double before = Energy(slow[0].Slice((attack * 4) - 500, 440)), after = Energy(slow[0].Slice(attack * 4, 440));
            Assert.InRange(10 * Math.Log10(after / before), 20, double.PositiveInfinity);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    public void The_shortest_sounds_can_be_stretched(int length) =>
        Assert.Equal(4 * length, TimeStretch.Stretch(new Sound(RealFftTests.Noise<float>(length, 1), 22_050), 0.25).Length);

    [Fact]
    public void Silence_stays_silent() =>
        Assert.All(TimeStretch.Stretch(new Sound(new float[9000], 22_050), 0.5)[0].ToArray(), v => Assert.Equal(0, v));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_speed_that_is_none_is_refused(double rate) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TimeStretch.Stretch(Signal.Value, rate));

    private static double Energy(ReadOnlySpan<float> samples)
    {
        double sum = 0;
        foreach (float v in samples)
            sum += (double)v * v;
        return sum;
    }

    /// <summary>Level of frames of 2048 samples every 512, the first centred on the first sample.</summary>
    private static float[] Rms(Sound sound)
    {
        var levels = new float[1 + (sound.Length / 512)];
        for (int t = 0; t < levels.Length; t++)
        {
            int from = Math.Max(0, (t * 512) - 1024), to = Math.Min(sound.Length, (t * 512) + 1024);
            levels[t] = (float)Math.Sqrt(Energy(sound[0][from..to]) / 2048);
        }

        return levels;
    }
}
