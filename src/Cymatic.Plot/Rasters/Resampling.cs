using System.Buffers;
using System.Numerics.Tensors;
using Cymatic.Imaging;

namespace Cymatic.Plot;

/// <summary>The numbers of a matrix at the pixels of a figure's area, whatever the scales of its axes are.</summary>
internal sealed class Resampling : IDisposable
{
    private readonly float[] _values;

    private Resampling(PixelRectangle area)
    {
        Area = area;
        _values = ArrayPool<float>.Shared.Rent(area.Width * area.Height);
    }

    /// <summary>The pixels.</summary>
    internal PixelRectangle Area { get; }

    /// <summary>The numbers of a row of pixels; NaN where there is none.</summary>
    internal Span<float> this[int row] => _values.AsSpan(row * Area.Width, Area.Width);

    public void Dispose() => ArrayPool<float>.Shared.Return(_values);

    internal static Resampling Of(Matrix matrix, (CellAxis X, CellAxis Y) cells, Projection projection,
        (double Scale, Interpolation Way) options)
    {
        PixelRectangle area = PixelArea.Of(projection.Area, options.Scale);
        Taps columns = Taps.Create(Indices(cells.X, projection.X, (area.X, area.Width), options.Scale), matrix.Columns, options.Way);
        Taps rows = Taps.Create(Indices(cells.Y, projection.Y, (area.Y, area.Height), options.Scale), matrix.Rows, options.Way);
        var result = new Resampling(area);
        if (matrix.IsWhole)
            result.Fill(matrix, columns, rows);
        else
            result.FillAround(matrix, columns, rows);
        return result;
    }

    private static double[] Indices(CellAxis cells, AxisProjection axis, (int First, int Count) pixels, double scale)
    {
        var indices = new double[2 * pixels.Count];
        for (int i = 0; i < pixels.Count; i++)
        {
            double center = (pixels.First + i + 0.5) / scale, half = 0.5 / scale;
            indices[2 * i] = cells.Index(axis.Number(center));
            double low = cells.Index(axis.Number(center - half)), high = cells.Index(axis.Number(center + half));
            indices[2 * i + 1] = double.IsNaN(low) || double.IsNaN(high) ? (i > 0 ? indices[2 * i - 1] : 0) : Math.Abs(high - low);
        }

        return indices;
    }

    // Holes weigh nothing: a pixel is a hole where they would be most of it.
    private void FillAround(Matrix matrix, Taps columns, Taps rows)
    {
        float[] values = matrix.Values.ToArray(), weights = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            weights[i] = float.IsFinite(values[i]) ? 1 : 0;
            values[i] = float.IsFinite(values[i]) ? values[i] : 0;
        }

        Fill(new Matrix(values, matrix.Columns), columns, rows);
        using var whole = new Resampling(Area);
        whole.Fill(new Matrix(weights, matrix.Columns), columns, rows);
        for (int row = 0; row < Area.Height; row++)
        {
            Span<float> value = this[row], weight = whole[row];
            for (int x = 0; x < value.Length; x++)
                value[x] = weight[x] > 0.5f ? value[x] / weight[x] : float.NaN;
        }
    }

    private void Fill(Matrix matrix, Taps columns, Taps rows)
    {
        int width = Area.Width, first = int.MaxValue, last = -1;
        for (int y = 0; y < rows.Count; y++)
        {
            if (rows.First(y) < 0)
                continue;
            first = Math.Min(first, rows.First(y));
            last = Math.Max(last, rows.First(y) + rows.Weights(y).Length - 1);
        }

        int lines = Math.Max(0, last - first + 1);
        float[] across = ArrayPool<float>.Shared.Rent(checked(lines * width));
        bool[] made = new bool[lines];
        for (int y = 0; y < rows.Count; y++)
        {
            Span<float> target = this[y];
            ReadOnlySpan<float> weights = rows.Weights(y);
            if (weights.Length == 0)
                target.Fill(float.NaN);
            for (int i = 0; i < weights.Length; i++)
            {
                int line = rows.First(y) - first + i;
                Span<float> source = across.AsSpan(line * width, width);
                if (!made[line])
                    Across(matrix[first + line], columns, source);
                made[line] = true;
                if (i == 0 && weights.Length == 1)
                    source.CopyTo(target);
                else if (i == 0)
                    TensorPrimitives.Multiply(source, weights[i], target);
                else
                    TensorPrimitives.MultiplyAdd(source, weights[i], target, target);
            }
        }

        ArrayPool<float>.Shared.Return(across);
    }

    private static void Across(ReadOnlySpan<float> source, Taps columns, Span<float> target)
    {
        for (int x = 0; x < target.Length; x++)
        {
            ReadOnlySpan<float> weights = columns.Weights(x);
            if (weights.Length == 0)
            {
                target[x] = float.NaN;
                continue;
            }

            int first = columns.First(x);
            float sum = weights[0] * source[first];
            for (int i = 1; i < weights.Length; i++)
                sum += weights[i] * source[first + i];
            target[x] = sum;
        }
    }
}
