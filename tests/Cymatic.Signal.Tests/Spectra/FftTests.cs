namespace Cymatic.Signal.Tests;

public class FftTests
{
    public static TheoryData<int> Lengths => [1, 2, 3, 6, 8, 13, 17, 100, 256, 509, 1000, 1024, 2187, 40_000];

    [Theory, MemberData(nameof(Lengths))]
    public void Complex_numbers_are_two_real_transforms(int length)
    {
        var plan = new Fft<double>(length);
        double[] x = RealFftTests.Noise<double>(length, 1), y = RealFftTests.Noise<double>(length, 2), re = new double[length],
            im = new double[length];
        plan.Forward(x, y, re, im);
        RealFft<double> real = RealFft.Shared<double>(length);
        double[] xr = new double[real.Bins], xi = new double[real.Bins], yr = new double[real.Bins], yi = new double[real.Bins];
        real.Forward(x, xr, xi);
        real.Forward(y, yr, yi);
        for (int k = 0; k < real.Bins; k++)
        {
            Assert.Equal(xr[k] - yi[k], re[k], 1e-14 * length + 1e-12);
            Assert.Equal(xi[k] + yr[k], im[k], 1e-14 * length + 1e-12);
        }
    }

    [Theory, MemberData(nameof(Lengths))]
    public void The_inverse_returns_the_numbers_in_place(int length)
    {
        var plan = new Fft<float>(length);
        float[] x = RealFftTests.Noise<float>(length, 1), y = RealFftTests.Noise<float>(length, 2), re = [.. x], im = [.. y];
        plan.Forward(re, im, re, im);
        plan.Inverse(re, im, re, im);
        Assert.InRange(x.Zip(re, (a, b) => Math.Abs(a - b)).Concat(y.Zip(im, (a, b) => Math.Abs(a - b))).Max(), 0, 3e-6);
    }

    [Fact]
    public void A_call_allocates_nothing()
    {
        var plan = new Fft<double>(1024);
        double[] re = RealFftTests.Noise<double>(1024, 1), im = RealFftTests.Noise<double>(1024, 2);
        Assert.Equal(0, RealFftTests.LeastAllocated(() =>
        {
            plan.Forward(re, im, re, im);
            plan.Inverse(re, im, re, im);
        }));
    }
}
