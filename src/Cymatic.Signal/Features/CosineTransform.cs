using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The orthonormal discrete cosine transform of type II, its lowest coefficients alone if they are all that is asked
/// for.</summary>
/// <remarks>Equals scipy.fft.dct(x, norm="ortho")[:coefficients].</remarks>
public sealed class CosineTransform
{
    private readonly float[] _waves;

    /// <summary>A transform of <paramref name="length"/> numbers into the lowest <paramref name="coefficients"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one number, or more coefficients than numbers.</exception>
    public CosineTransform(int length, int coefficients)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(coefficients, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(coefficients, length);
        (Length, Coefficients) = (length, coefficients);
        _waves = new float[length * coefficients];
        for (int i = 0; i < _waves.Length; i++)
        {
            int k = i / length, n = i % length;
            _waves[i] = (float)(Math.Sqrt((k == 0 ? 1.0 : 2.0) / length) * Math.Cos(Math.PI * k * ((2 * n) + 1) / (2.0 * length)));
        }
    }

    /// <summary>Numbers that are transformed.</summary>
    public int Length { get; }

    /// <summary>Coefficients that come out.</summary>
    public int Coefficients { get; }

    /// <summary>The coefficients of numbers.</summary>
    /// <exception cref="ArgumentException">The spans are not <see cref="Length"/> and <see cref="Coefficients"/> long.</exception>
    public void Forward(ReadOnlySpan<float> numbers, Span<float> coefficients)
    {
        Check(numbers.Length, coefficients.Length);
        for (int k = 0; k < coefficients.Length; k++)
            coefficients[k] = TensorPrimitives.Dot(numbers, _waves.AsSpan(k * Length, Length));
    }

    /// <summary>The numbers of coefficients; what the higher ones held is gone.</summary>
    /// <exception cref="ArgumentException">The spans are not <see cref="Coefficients"/> and <see cref="Length"/> long.</exception>
    public void Inverse(ReadOnlySpan<float> coefficients, Span<float> numbers)
    {
        Check(numbers.Length, coefficients.Length);
        numbers.Clear();
        for (int k = 0; k < coefficients.Length; k++)
            TensorPrimitives.MultiplyAdd(_waves.AsSpan(k * Length, Length), coefficients[k], numbers, numbers);
    }

    private void Check(int numbers, int coefficients)
    {
        if (numbers != Length || coefficients != Coefficients)
            throw new ArgumentException(
                $"{numbers} numbers and {coefficients} coefficients given to a transform of {Length} and {Coefficients}.");
    }
}
