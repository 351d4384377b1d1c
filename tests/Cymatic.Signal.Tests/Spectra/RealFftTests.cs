using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Cymatic.Signal.Tests;

public class RealFftTests
{
    // Radix 2 to 13 and their mixtures, squares, Bluestein's primes, lengths that fill vectors badly, blocks of columns and of pairs.
    public static TheoryData<int> Lengths => [.. Enumerable.Range(1, 130), 169, 255, 256, 340, 362, 509, 1000, 1021, 1155, 2048, 2050,
        4093, 10_000, 30_760, 32_768, 34_000, 65_521, 90_000, 131_072];

    public static TheoryData<int> GoldenLengths => [1, 2, 3, 7, 12, 31, 97, 509, 1000, 1155, 2048, 4093];

    [Theory, MemberData(nameof(Lengths))]
    public void Float64_bins_are_those_of_the_definition(int length) => Assert.InRange(ErrorAgainstDefinition<double>(length), 0, 2e-14);

    [Theory, MemberData(nameof(Lengths))]
    public void Float32_bins_are_those_of_the_definition(int length) => Assert.InRange(ErrorAgainstDefinition<float>(length), 0, 2e-6);

    [Theory, MemberData(nameof(GoldenLengths))]
    public void Bins_are_those_of_scipy(int length)
    {
        double[] x = Npy.Read(Repository.File("tests", "data", "scipy-1.10.1", "fft_x.npy")).Doubles[..length];
        double[] expected = Npy.Read(Repository.File("tests", "data", "scipy-1.10.1", $"rfft_{length}.npy")).Doubles;
        (double[] re, double[] im) = Forward(x);
        Assert.Equal(expected.Length, re.Length + im.Length);
        double worst = re.Concat(im).Zip(expected, (a, b) => Math.Abs(a - b)).Max();
        Assert.InRange(worst, 0, 1e-14 * Math.Sqrt(length) * Math.Log2(length + 2));
    }

    [Theory, MemberData(nameof(Lengths))]
    public void The_inverse_returns_the_samples(int length)
    {
        double[] x = Noise<double>(length, length);
        (double[] re, double[] im) = Forward(x);
        var back = new double[length];
        RealFft.Shared<double>(length).Inverse(re, im, back);
        Assert.InRange(x.Zip(back, (a, b) => Math.Abs(a - b)).Max(), 0, 1e-14);
    }

    [Fact]
    public void Energy_is_the_same_in_time_and_frequency() => Check((x, _) =>
    {
        (double[] re, double[] im) = Forward(x);
        double bins = 0;
        for (int k = 0; k < re.Length; k++)
        {
            bool single = k == 0 || 2 * k == x.Length;
            bins += (single ? 1 : 2) * ((re[k] * re[k]) + (im[k] * im[k]));
        }

        double time = x.Sum(v => v * v);
        return Math.Abs((bins / x.Length) - time) <= 1e-12 * (1 + time);
    });

    [Fact]
    public void The_transform_of_a_sum_is_the_sum_of_the_transforms() => Check((x, y) =>
    {
        (double[] sumRe, double[] sumIm) = Forward([.. x.Zip(y, (a, b) => (2 * a) - b)]);
        (double[] xRe, double[] xIm) = Forward(x);
        (double[] yRe, double[] yIm) = Forward(y);
        double worst = Enumerable.Range(0, xRe.Length)
            .Max(k => Math.Max(Math.Abs(sumRe[k] - (2 * xRe[k]) + yRe[k]), Math.Abs(sumIm[k] - (2 * xIm[k]) + yIm[k])));
        return worst <= 1e-13 * x.Length;
    });

    [Fact]
    public void A_delay_by_one_turns_every_bin_by_its_angle() => Check((x, _) =>
    {
        (double[] re, double[] im) = Forward(x);
        (double[] lateRe, double[] lateIm) = Forward([x[^1], .. x[..^1]]);
        double worst = Enumerable.Range(0, re.Length).Max(k =>
        {
            Complex turned = new Complex(re[k], im[k]) * Complex.FromPolarCoordinates(1, -2 * Math.PI * k / x.Length);
            return (turned - new Complex(lateRe[k], lateIm[k])).Magnitude;
        });
        return worst <= 1e-13 * x.Length;
    });

    [Theory]
    [InlineData(2048)]
    [InlineData(1000)]
    [InlineData(1021)]
    [InlineData(1155)]
    public void A_call_allocates_nothing(int length)
    {
        var fft = new RealFft<float>(length);
        float[] x = Noise<float>(length, 1), re = new float[fft.Bins], im = new float[fft.Bins];
        Assert.Equal(0, LeastAllocated(() =>
        {
            fft.Forward(x, re, im);
            fft.Inverse(re, im, x);
        }));
    }

    /// <summary>
    /// Bytes that a call allocates once it has run: the least of several, as scratch comes from a pool that collections empty.
    /// </summary>
    internal static long LeastAllocated(Action call) => Enumerable.Range(0, 20).Min(_ =>
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        call();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    [Fact]
    public void Threads_may_share_a_plan()
    {
        float[] x = Noise<float>(2048, 3);
        var fft = new RealFft<float>(2048);
        float[] expected = new float[fft.Bins], ignored = new float[fft.Bins];
        fft.Forward(x, expected, ignored);
        Parallel.For(0, 500, _ =>
        {
            float[] re = new float[fft.Bins], im = new float[fft.Bins];
            fft.Forward(x, re, im);
            Assert.Equal(expected, re);
        });
    }

    [Fact]
    public void A_wrong_number_of_samples_is_named()
    {
        var exception = Assert.Throws<ArgumentException>(() => new RealFft<float>(8).Forward(new float[7], new float[5], new float[5]));
        Assert.Contains("7 samples", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_length_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RealFft<float>(0));

    internal static T[] Noise<T>(int length, int seed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => T.CreateChecked((random.NextDouble() * 2) - 1))];
    }

    private static (double[] Re, double[] Im) Forward(double[] x)
    {
        RealFft<double> fft = RealFft.Shared<double>(x.Length);
        double[] re = new double[fft.Bins], im = new double[fft.Bins];
        fft.Forward(x, re, im);
        return (re, im);
    }

    private static void Check(Func<double[], double[], bool> property) =>
        Prop.ForAll(Gen.Choose(1, 700).ToArbitrary(), length => property(Noise<double>(length, length), Noise<double>(length, -length)))
            .QuickCheckThrowOnFailure();

    /// <summary>The largest difference, relative to the square root of the length; of long transforms some bins.</summary>
    private static double ErrorAgainstDefinition<T>(int length)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] x = Noise<T>(length, length);
        var fft = new RealFft<T>(length);
        T[] re = new T[fft.Bins], im = new T[fft.Bins];
        fft.Forward(x, re, im);
        int step = Math.Max(1, fft.Bins / 100);
        double worst = 0;
        for (int k = 0; k < fft.Bins; k += step)
        {
            Complex bin = Complex.Zero;
            for (int n = 0; n < length; n++)
                bin += double.CreateChecked(x[n]) * Complex.FromPolarCoordinates(1, -2 * Math.PI * ((long)k * n % length) / length);
            worst = Math.Max(worst, (bin - new Complex(double.CreateChecked(re[k]), double.CreateChecked(im[k]))).Magnitude);
        }

        return worst / Math.Sqrt(length);
    }
}
