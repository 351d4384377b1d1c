using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The first factors, from the largest singular vectors.</summary>
/// <remarks>
/// Boutsidis and Gallopoulos, Pattern Recognition 41 (2008), variant NNDSVDa. Singular vectors by subspace iteration
/// (Halko, Martinsson and Tropp, SIAM Review 2011, algorithm 4.4) and a Jacobi rotation of the small matrix.
/// </remarks>
internal static class SingularStart
{
    private const int Oversampling = 10, PowerIterations = 7;

    /// <summary>Fills both factors, components × rows and components × columns.</summary>
    public static void Fill(PaddedMatrix data, PaddedMatrix dataTransposed, PaddedMatrix rowsFactor, PaddedMatrix columnsFactor)
    {
        int components = rowsFactor.Rows, block = Math.Min(components + Oversampling, Math.Min(data.Rows, data.Columns));
        PaddedMatrix right = Random(block, data.Columns), left = new(block, data.Rows);
        for (int iteration = 0; iteration <= PowerIterations; iteration++)
        {
            Orthonormalise(right);
            Products.TransposedTimes(right.Transposed(), dataTransposed, left);
            if (iteration < PowerIterations)
            {
                Orthonormalise(left);
                Products.TransposedTimes(left.Transposed(), data, right);
            }
        }

        (double[] singular, double[,] rotation) = Rotation(left);
        double mean = TensorPrimitives.Sum<float>(data.All) / ((double)data.Rows * data.Columns);
        for (int t = 0; t < components; t++)
        {
            float[] u = Combine(left, rotation, t), v = Combine(right, rotation, t);
            if (singular[t] > 0)
                TensorPrimitives.Divide(u, (float)singular[t], u);
            double weight = Positive(u, v, absolute: t == 0);
            TensorPrimitives.Multiply(u, (float)Math.Sqrt(singular[t] * weight), rowsFactor[t]);
            TensorPrimitives.Multiply(v, (float)Math.Sqrt(singular[t] * weight), columnsFactor[t]);
        }

        ReplaceZeros(rowsFactor, (float)mean);
        ReplaceZeros(columnsFactor, (float)mean);
    }

    /// <summary>
    /// Makes a pair of vectors their positive or their negative parts, whichever hold more (of the first pair the absolute values),
    /// each of length one.
    /// </summary>
    /// <returns>The product of the parts' lengths.</returns>
    private static double Positive(float[] u, float[] v, bool absolute)
    {
        if (absolute)
        {
            TensorPrimitives.Abs<float>(u, u);
            TensorPrimitives.Abs<float>(v, v);
            return 1;
        }

        double positive = PositiveNorm(u, 1) * PositiveNorm(v, 1), negative = PositiveNorm(u, -1) * PositiveNorm(v, -1);
        int sign = positive > negative ? 1 : -1;
        foreach (float[] vector in (float[][])[u, v])
        {
            double norm = PositiveNorm(vector, sign);
            TensorPrimitives.Multiply(vector, norm > 0 ? (float)(sign / norm) : 0, vector);
            TensorPrimitives.Max(vector, 0f, vector);
        }

        return Math.Max(positive, negative);
    }

    private static double PositiveNorm(float[] vector, int sign)
    {
        double sum = 0;
        foreach (float x in vector)
            sum += x * sign > 0 ? (double)x * x : 0;
        return Math.Sqrt(sum);
    }

    private static void ReplaceZeros(PaddedMatrix factor, float mean)
    {
        for (int t = 0; t < factor.Rows; t++)
        {
            foreach (ref float x in factor[t])
                x = x < 1e-6f ? mean : x;
        }
    }

    private static PaddedMatrix Random(int rows, int columns)
    {
        var random = new Random(0);
        var matrix = new PaddedMatrix(rows, columns);
        for (int row = 0; row < rows; row++)
        {
            foreach (ref float x in matrix[row])
                x = random.NextSingle() - 0.5f;
        }

        return matrix;
    }

    /// <summary>Gram and Schmidt, twice, which is enough.</summary>
    private static void Orthonormalise(PaddedMatrix rows)
    {
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int pass = 0; pass < 2; pass++)
            {
                for (int earlier = 0; earlier < row; earlier++)
                    TensorPrimitives.MultiplyAdd(
                        rows[earlier], -TensorPrimitives.Dot<float>(rows[earlier], rows[row]), rows[row], rows[row]);
                float norm = TensorPrimitives.Norm<float>(rows[row]);
                TensorPrimitives.Multiply(rows[row], norm > 1e-20f ? 1 / norm : 0, rows[row]);
            }
        }
    }

    /// <summary>The rotation that makes the rows of a small matrix orthogonal, and their lengths then, largest first.</summary>
    private static (double[] Lengths, double[,] Rotation) Rotation(PaddedMatrix rows)
    {
        int n = rows.Rows;
        var gram = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
                gram[i, j] = gram[j, i] = TensorPrimitives.Dot<float>(rows[i], rows[j]);
        }

        (double[] values, double[,] vectors) = Jacobi.Eigen(gram);
        return ([.. values.Select(value => Math.Sqrt(Math.Max(0, value)))], vectors);
    }

    private static float[] Combine(PaddedMatrix rows, double[,] rotation, int component)
    {
        var sum = new float[rows.Columns];
        for (int row = 0; row < rows.Rows; row++)
            TensorPrimitives.MultiplyAdd(rows[row], (float)rotation[row, component], sum, sum);
        return sum;
    }
}
