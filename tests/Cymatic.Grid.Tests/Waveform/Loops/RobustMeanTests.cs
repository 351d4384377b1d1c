namespace Cymatic.Grid.Tests;

public sealed class RobustMeanTests
{
    private const int Bins = 37;

    [Fact]
    public void What_a_few_of_many_repetitions_hold_besides_does_not_matter()
    {
        float[] truth = Synthetic.Noise(1, Bins);
        (float[] re, float[] im) = Repetitions(11, truth, (k, bin) => (k + bin) % 4 == 0 ? 5f : 0f);
        float[] mean = Mean(re, im);
        Assert.All(Enumerable.Range(0, Bins), bin => Assert.Equal(truth[bin], mean[bin], 1e-3f));
    }

    [Fact]
    public void Of_two_that_agree_it_is_the_mean()
    {
        float[] truth = Synthetic.Noise(2, Bins);
        (float[] re, float[] im) = Repetitions(2, truth, (k, bin) => k == 0 ? 0.02f * truth[bin] : 0f);
        Assert.All(Mean(re, im).Zip(truth), pair => Assert.Equal(1.01f * pair.Second, pair.First, 1e-5f));
    }

    [Fact]
    public void Of_two_that_do_not_agree_it_is_the_weaker()
    {
        float[] truth = Synthetic.Noise(3, Bins);
        (float[] re, float[] im) = Repetitions(2, truth, (k, bin) => k == bin % 2 ? 2f : 0f);
        Assert.Equal(truth, Mean(re, im));
    }

    [Fact]
    public void Of_one_it_is_that_one()
    {
        float[] truth = Synthetic.Noise(4, Bins);
        Assert.Equal(truth, Mean(truth, truth));
    }

    private static float[] Mean(float[] re, float[] im)
    {
        float[] meanRe = new float[Bins], meanIm = new float[Bins];
        RobustMean.Of(re, im, meanRe, meanIm);
        return meanRe;
    }

    private static (float[] Re, float[] Im) Repetitions(int count, float[] truth, Func<int, int, float> besides)
    {
        float[] re = new float[count * Bins], im = new float[count * Bins];
        for (int k = 0; k < count; k++)
        {
            for (int bin = 0; bin < Bins; bin++)
                (re[k * Bins + bin], im[k * Bins + bin]) = (truth[bin] + besides(k, bin), 0.5f * truth[bin]);
        }

        return (re, im);
    }
}
