using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>The directions in which rows differ most, as well as a search needs them.</summary>
/// <remarks>
/// Subspace iteration on the covariance (Halko, Martinsson and Tropp, SIAM Review 53(2), 2011, algorithm 4.4) in float32: principal
/// components of nearly equal variance may be mixed, which changes no distance. It begins with rows of the data: nothing is drawn by lot.
/// </remarks>
internal static class DominantDirections
{
    private const int Spare = 16, Rounds = 4, Block = 66;

    /// <summary>Directions × columns, that of the largest variance first; zeros where the rows have fewer.</summary>
    /// <param name="rows">At least two rows; they are centred in place.</param>
    /// <param name="columns">Numbers in each.</param>
    /// <param name="count">How many directions.</param>
    public static float[] Of(float[] rows, int columns, int count)
    {
        int n = rows.Length / columns, size = Math.Min(Math.Min(n, columns), count + Spare);
        Centre(rows, columns);
        float[] covariance = Covariance(rows, columns);
        float[] vectors = new float[size * columns], products = new float[size * columns], small = new float[size * size];
        for (int i = 0; i < size; i++)
            rows.AsSpan((int)((long)i * n / size) * columns, columns).CopyTo(vectors.AsSpan(i * columns));
        Orthonormalise(vectors, columns);
        for (int round = 0; round < Rounds; round++)
        {
            RowProducts.Of(vectors, covariance, columns, products);
            (vectors, products) = (products, vectors);
            Orthonormalise(vectors, columns);
        }

        RowProducts.Of(vectors, covariance, columns, products);
        RowProducts.Of(products, vectors, columns, small);
        Eigenpairs pairs = SymmetricEigen.Smallest([.. small.Select(x => -(double)x)], size, Math.Min(count, size));
        var directions = new float[count * columns];
        for (int c = 0; c < pairs.Vectors.Length; c++)
            Combine(vectors, pairs.Vectors[c], directions.AsSpan(c * columns, columns));
        return directions;
    }

    private static void Centre(float[] rows, int columns)
    {
        var mean = new float[columns];
        for (int at = 0; at < rows.Length; at += columns)
            TensorPrimitives.Add(mean, rows.AsSpan(at, columns), mean);
        TensorPrimitives.Divide(mean, rows.Length / columns, mean);
        for (int at = 0; at < rows.Length; at += columns)
            TensorPrimitives.Subtract(rows.AsSpan(at, columns), mean, rows.AsSpan(at, columns));
    }

    private static float[] Covariance(float[] rows, int columns)
    {
        int n = rows.Length / columns;
        float[] turned = new float[rows.Length], covariance = new float[columns * columns];
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < columns; column++)
                turned[(column * n) + row] = rows[(row * columns) + column];
        }

        Parallel.For(0, (columns + Block - 1) / Block, block =>
        {
            int first = block * Block, height = Math.Min(Block, columns - first);
            RowProducts.Of(turned.AsSpan(first * n, height * n), turned, n, covariance.AsSpan(first * columns, height * columns));
        });
        return covariance;
    }

    /// <summary>Gram and Schmidt, twice; what depends on the vectors before becomes zeros.</summary>
    private static void Orthonormalise(float[] vectors, int columns)
    {
        for (int at = 0; at < vectors.Length; at += columns)
        {
            Span<float> vector = vectors.AsSpan(at, columns);
            float length = BandSpectrum.Normalise(vector);
            for (int pass = 0; pass < 2 && length > 0; pass++)
            {
                for (int before = 0; before < at; before += columns)
                {
                    ReadOnlySpan<float> other = vectors.AsSpan(before, columns);
                    TensorPrimitives.MultiplyAdd(other, -TensorPrimitives.Dot(other, vector), vector, vector);
                }

                if (TensorPrimitives.Norm<float>(vector) < 1e-5f)
                    vector.Clear();
                BandSpectrum.Normalise(vector);
            }
        }
    }

    private static void Combine(float[] vectors, double[] weights, Span<float> direction)
    {
        for (int i = 0; i < weights.Length; i++)
            TensorPrimitives.MultiplyAdd(vectors.AsSpan(i * direction.Length, direction.Length), (float)weights[i], direction, direction);
        if (direction[TensorPrimitives.IndexOfMaxMagnitude<float>(direction)] < 0)
            TensorPrimitives.Negate(direction, direction);
        BandSpectrum.Normalise(direction);
    }
}
