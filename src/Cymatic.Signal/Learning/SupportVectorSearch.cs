namespace Cymatic.Signal;

/// <summary>Minimises ½·Σ αᵢαⱼyᵢyⱼKᵢⱼ − Σ αᵢ under 0 ≤ αᵢ ≤ limitᵢ and Σ αᵢyᵢ = 0, two α at a time.</summary>
/// <remarks>
/// The pair is chosen by second-order information (Fan, Chen and Lin, JMLR 6, 2005, WSS 2), and the search ends when the conditions of an
/// optimum hold within the tolerance, both as in libsvm.
/// </remarks>
internal sealed class SupportVectorSearch
{
    private const double LeastCurvature = 1e-12;

    private readonly double[] _kernel, _signs, _limits, _alpha, _gradient;
    private readonly int _count;

    /// <param name="kernel">K, row after row.</param>
    /// <param name="signs">y: 1 or −1.</param>
    /// <param name="limits">The largest α of each.</param>
    internal SupportVectorSearch(double[] kernel, double[] signs, double[] limits)
    {
        (_kernel, _signs, _limits, _count) = (kernel, signs, limits, signs.Length);
        _alpha = new double[_count];
        _gradient = new double[_count];
        Array.Fill(_gradient, -1);
    }

    /// <summary>α·y of each, and the bias.</summary>
    internal (double[] Coefficients, double Bias) Run(double tolerance)
    {
        // libsvm's limit.
        long most = Math.Max(10_000_000, 100L * _count);
        for (long round = 0; round < most && Pair(tolerance) is var (up, down); round++)
            Step(up, down);
        return ([.. _alpha.Select((alpha, i) => alpha * _signs[i])], Bias());
    }

    // Whether α·y may still rise, or fall.
    private bool MayRise(int i) => _signs[i] > 0 ? _alpha[i] < _limits[i] : _alpha[i] > 0;

    private bool MayFall(int i) => _signs[i] > 0 ? _alpha[i] > 0 : _alpha[i] < _limits[i];

    private (int Up, int Down)? Pair(double tolerance)
    {
        int up = -1, down = -1;
        double highest = double.NegativeInfinity, lowest = double.PositiveInfinity, best = double.PositiveInfinity;
        for (int i = 0; i < _count; i++)
        {
            if (MayRise(i) && -_signs[i] * _gradient[i] > highest)
                (up, highest) = (i, -_signs[i] * _gradient[i]);
        }

        for (int j = 0; up >= 0 && j < _count; j++)
        {
            if (!MayFall(j))
                continue;
            double slope = -_signs[j] * _gradient[j], gap = highest - slope;
            lowest = Math.Min(lowest, slope);
            if (gap > 0 && -(gap * gap) / Curvature(up, j) is var gain && gain < best)
                (down, best) = (j, gain);
        }

        return down >= 0 && highest - lowest >= tolerance ? (up, down) : null;
    }

    // Along α·y of one rising as much as the other's falls; K(x, x) is 1.
    private double Curvature(int a, int b) => Math.Max(LeastCurvature, 2 - (2 * _kernel[(a * _count) + b]));

    private void Step(int up, int down)
    {
        double step = ((-_signs[up] * _gradient[up]) + (_signs[down] * _gradient[down])) / Curvature(up, down);
        step = Math.Min(step, _signs[up] > 0 ? _limits[up] - _alpha[up] : _alpha[up]);
        step = Math.Min(step, _signs[down] > 0 ? _alpha[down] : _limits[down] - _alpha[down]);
        _alpha[up] = Math.Clamp(_alpha[up] + (_signs[up] * step), 0, _limits[up]);
        _alpha[down] = Math.Clamp(_alpha[down] - (_signs[down] * step), 0, _limits[down]);
        ReadOnlySpan<double> rise = _kernel.AsSpan(up * _count, _count), fall = _kernel.AsSpan(down * _count, _count);
        for (int i = 0; i < _count; i++)
            _gradient[i] += _signs[i] * step * (rise[i] - fall[i]);
    }

    // On the edge of the margin the decision is y: the mean of what is free; else the middle of what is allowed.
    private double Bias()
    {
        double sum = 0, highest = double.NegativeInfinity, lowest = double.PositiveInfinity;
        int free = 0;
        for (int i = 0; i < _count; i++)
        {
            double slope = -_signs[i] * _gradient[i];
            if (_alpha[i] > 0 && _alpha[i] < _limits[i])
                (sum, free) = (sum + slope, free + 1);
            if (MayRise(i))
                highest = Math.Max(highest, slope);
            if (MayFall(i))
                lowest = Math.Min(lowest, slope);
        }

        return free > 0 ? sum / free : (highest + lowest) / 2;
    }
}
