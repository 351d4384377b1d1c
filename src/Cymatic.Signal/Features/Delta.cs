using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Derivatives of features over time, by the polynomial that fits best around each frame.</summary>
/// <remarks>
/// Savitzky and Golay, Analytical Chemistry 36(8), 1964. Equals librosa 0.11's delta with its default edges: the polynomial's degree is the
/// derivative's order, so that the derivative is constant within the window and frames at the ends have that of the outermost window.
/// </remarks>
public static class Delta
{
    /// <summary>The derivative of each feature: frames × features.</summary>
    /// <param name="series">At least <paramref name="width"/> frames.</param>
    /// <param name="width">Frames of the window, odd, at least 3 and more than <paramref name="order"/>.</param>
    /// <param name="order">1 for the velocity, 2 for the acceleration …</param>
    /// <exception cref="ArgumentException">The series is shorter than the window.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A width that is even or too small, or an order below 1.</exception>
    public static FeatureSeries Of(FeatureSeries series, int width = 9, int order = 1)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(order, 1);
        if (width < 3 || width % 2 == 0 || width <= order)
            throw new ArgumentOutOfRangeException(nameof(width), width, $"The window must be odd and longer than 2 and the order {order}.");
        if (series.Frames < width)
            throw new ArgumentException($"{series.Frames} frames are shorter than a window of {width}.", nameof(series));
        double[] weights = Weights(width, order);
        var values = new float[series.Values.Length];
        int half = width / 2, columns = series.Columns;
        for (int frame = half; frame < series.Frames - half; frame++)
        {
            Span<float> target = values.AsSpan(frame * columns, columns);
            for (int n = 0; n < width; n++)
                TensorPrimitives.MultiplyAdd(series[frame - half + n], (float)weights[n], target, target);
        }

        for (int frame = 0; frame < half; frame++)
        {
            values.AsSpan(half * columns, columns).CopyTo(values.AsSpan(frame * columns));
            values.AsSpan((series.Frames - 1 - half) * columns, columns).CopyTo(values.AsSpan((series.Frames - 1 - frame) * columns));
        }

        return new(values, columns, series.Grid);
    }

    /// <summary>order! times the orthogonal polynomial of that degree over its squared length: the derivative of the best fit.</summary>
    private static double[] Weights(int width, int order)
    {
        var basis = new List<double[]>();
        double factorial = 1;
        for (int degree = 0; degree <= order; degree++)
        {
            factorial *= Math.Max(1, degree);
            double[] power = [.. Enumerable.Range(0, width).Select(n => Math.Pow(n - (width / 2), degree))];
            foreach (double[] lower in basis)
                TensorPrimitives.MultiplyAdd(lower,
                    -TensorPrimitives.Dot<double>(power, lower) / TensorPrimitives.SumOfSquares<double>(lower), power, power);
            basis.Add(power);
        }

        double scale = factorial / TensorPrimitives.SumOfSquares<double>(basis[^1]);
        return [.. basis[^1].Select(p => p * scale)];
    }
}
