using Cymatic.Signal;
using MathNet.Numerics.LinearAlgebra;

namespace Cymatic.Grid.Tests;

public sealed class LinearPredictorTests
{
    private const int Order = 32;

    [Fact]
    public void What_is_left_of_an_autoregressive_process_is_its_innovation()
    {
        float[] innovation = Synthetic.Noise(1, 100_000, 0.1f), x = Process(innovation);
        var residual = new float[x.Length];
        LinearPredictor.Residual(x, LinearPredictor.Fit(new Sound(x, Synthetic.Rate)), residual);
        Assert.Equal(1, Synthetic.Energy(residual) / Synthetic.Energy(innovation), 0.02);
    }

    [Fact]
    public void The_filter_of_an_autoregressive_process_is_the_one_that_made_it()
    {
        double[] filter = LinearPredictor.Fit(new Sound(Process(Synthetic.Noise(2, 100_000, 0.1f)), Synthetic.Rate));
        Assert.Equal(1, filter[0]);
        Assert.Equal(-1.6, filter[1], 0.02);
        Assert.Equal(0.81, filter[2], 0.02);
        Assert.All(filter[3..], a => Assert.InRange(a, -0.02, 0.02));
    }

    [Fact]
    public void Levinson_finds_what_a_direct_solution_finds()
    {
        float[] x = Process(Synthetic.Noise(3, 3000, 0.1f));
        double At(int lag) => Enumerable.Range(lag, x.Length - lag).Sum(n => x[n] * (double)x[n - lag]);
        double[] r = [.. Enumerable.Range(0, Order + 1).Select(At)];
        Matrix<double> toeplitz = Matrix<double>.Build.Dense(Order, Order, (i, j) => i == j ? r[0] * 1.00001 : r[Math.Abs(i - j)]);
        Vector<double> direct = toeplitz.Solve(Vector<double>.Build.Dense(Order, i => -r[i + 1]));
        double[] filter = LinearPredictor.Fit(new Sound(x, Synthetic.Rate));
        for (int k = 0; k < Order; k++)
            Assert.Equal(direct[k], filter[k + 1], 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(33)]
    public void Sounds_shorter_than_the_filter_have_a_finite_residual(int length)
    {
        float[] x = Synthetic.Noise(4, length);
        var residual = new float[length];
        LinearPredictor.Residual(x, LinearPredictor.Fit(new Sound(x, Synthetic.Rate)), residual);
        Assert.All(residual, e => Assert.True(float.IsFinite(e)));
    }

    [Fact]
    public void What_was_filtered_comes_back()
    {
        float[] x = Process(Synthetic.Noise(6, 3000, 0.1f)), residual = new float[x.Length];
        double[] filter = LinearPredictor.Fit(new Sound(x, Synthetic.Rate));
        LinearPredictor.Residual(x, filter, residual);
        LinearPredictor.Undo(filter, residual);
        for (int n = 0; n < x.Length; n++)
            Assert.Equal(x[n], residual[n], 1e-5f);
    }

    [Fact]
    public void Silence_stays_silence()
    {
        var residual = new float[500];
        LinearPredictor.Residual(new float[500], LinearPredictor.Fit(new Sound(new float[500], Synthetic.Rate)), residual);
        Assert.All(residual, e => Assert.Equal(0, e));
    }

    // x[n] = 1.6 x[n−1] − 0.81 x[n−2] + e[n]: a resonance.
    private static float[] Process(float[] innovation)
    {
        var x = new float[innovation.Length];
        for (int n = 0; n < x.Length; n++)
            x[n] = innovation[n] + 1.6f * (n > 0 ? x[n - 1] : 0) - 0.81f * (n > 1 ? x[n - 2] : 0);
        return x;
    }
}
