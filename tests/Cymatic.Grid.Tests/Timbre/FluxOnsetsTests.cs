using Cymatic.Signal;

namespace Cymatic.Grid.Tests;

public sealed class FluxOnsetsTests
{
    private const int Rate = 22050;

    [Fact]
    public void Notes_that_follow_each_other_without_an_attack_have_onsets()
    {
        double[] pitches = [440, 494, 392, 523, 440, 587, 494];
        const double note = 0.4;
        var samples = new float[(int)(note * pitches.Length * Rate)];
        for (int k = 0; k < pitches.Length; k++)
        {
            for (int i = 0; i < samples.Length; i++)
            {
                // Each goes over into the next within 60 ms, at the same loudness.
                double t = (double)i / Rate - k * note, fade = Math.Clamp(t / 0.06 + 0.5, 0, 1) * Math.Clamp((note - t) / 0.06 + 0.5, 0, 1);
                for (int h = 1; fade > 0 && h < 8; h++)
                    samples[i] += (float)(0.1 * fade / h * Math.Sin(2 * Math.PI * pitches[k] * h * i / Rate));
            }
        }

        List<int> onsets = FluxOnsets.Find(new Sound(samples, Rate));
        for (int k = 1; k < pitches.Length; k++)
            Assert.Contains(onsets, onset => Math.Abs((double)onset / Rate - k * note) < 0.05);
        Assert.InRange(onsets.Count, pitches.Length - 1, pitches.Length);
    }

    [Fact]
    public void A_hall_that_rings_has_no_onsets()
    {
        var random = new Random(1);
        var samples = new float[5 * Rate];
        double low = 0;
        for (int i = Rate / 2; i < samples.Length; i++)
        {
            double t = (double)i / Rate - 0.5;
            low = random.NextDouble() - 0.5 + 0.95 * low;
            samples[i] = (float)(0.02 * (t < 0.1 ? 10 : 1) * Math.Exp(-t) * low);
        }

        Assert.All(FluxOnsets.Find(new Sound(samples, Rate)), onset => Assert.InRange((double)onset / Rate, 0.4, 0.6));
    }

    [Fact]
    public void The_end_of_a_note_is_no_onset()
    {
        float[] samples = [.. Enumerable.Range(0, 3 * Rate).Select(i => 1e-3f * MathF.Sin(0.05f * i)
            + (i / Rate == 1 ? 0.3f * Math.Min(1, (2 * Rate - i) / 1000f) * MathF.Sin(0.2f * i) : 0))];
        Assert.All(FluxOnsets.Find(new Sound(samples, Rate)), onset => Assert.True(onset < 1.5 * Rate));
    }
}
