using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>One multiplicative update of one factor (Lee and Seung, NIPS 2001, theorems 1 and 2).</summary>
internal static class MultiplicativeUpdate
{
    private const float Least = 1.1920929e-7f;

    /// <summary>For the squared error: factor ← factor · (otherᵀ data) / (otherᵀ other factor).</summary>
    public static void Squared(PaddedMatrix factor, PaddedMatrix data, PaddedMatrix other, PaddedMatrix workspace)
    {
        var gram = new PaddedMatrix(other.Columns, other.Columns);
        var denominator = new PaddedMatrix(factor.Rows, factor.Columns);
        Products.TransposedTimes(other, data, workspace);
        Products.TransposedTimes(other, other, gram);
        Products.TransposedTimes(gram, factor, denominator);
        Scale(factor.All, workspace.All, denominator.All);
    }

    /// <summary>For the divergence: factor ← factor · (otherᵀ (data / (other factor))) / (otherᵀ 1).</summary>
    /// <param name="factor">Components × columns.</param>
    /// <param name="data">Rows × columns.</param>
    /// <param name="other">Rows × components, and the same transposed.</param>
    /// <param name="workspace">One as large as the data, one as large as the factor.</param>
    public static void Divergence(
        PaddedMatrix factor, PaddedMatrix data, (PaddedMatrix Matrix, PaddedMatrix Transposed) other,
        (PaddedMatrix Quotient, PaddedMatrix Product) workspace)
    {
        Products.TransposedTimes(other.Transposed, factor, workspace.Quotient);
        Span<float> quotient = workspace.Quotient.All;
        TensorPrimitives.Max(quotient, Least, quotient);
        TensorPrimitives.Divide(data.All, quotient, quotient);
        Products.TransposedTimes(other.Matrix, workspace.Quotient, workspace.Product);
        for (int t = 0; t < factor.Rows; t++)
        {
            float sum = Math.Max(TensorPrimitives.Sum<float>(other.Transposed[t]), Least);
            TensorPrimitives.Multiply(factor[t], workspace.Product[t], factor[t]);
            TensorPrimitives.Divide(factor[t], sum, factor[t]);
        }
    }

    private static void Scale(Span<float> factor, Span<float> numerator, Span<float> denominator)
    {
        TensorPrimitives.Max(denominator, Least, denominator);
        TensorPrimitives.Divide(numerator, denominator, numerator);
        TensorPrimitives.Multiply(factor, numerator, factor);
    }
}
