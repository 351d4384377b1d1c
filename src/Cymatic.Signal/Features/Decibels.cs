using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Power and amplitude as level in dB.</summary>
/// <remarks>Equals librosa.power_to_db and librosa.amplitude_to_db.</remarks>
public static class Decibels
{
    private const float LeastPower = 1e-10f;

    /// <summary>10 log₁₀(power / reference).</summary>
    /// <param name="power">Powers; those below 10⁻¹⁰ count as 10⁻¹⁰.</param>
    /// <param name="levels">Filled with as many levels.</param>
    /// <param name="reference">The power of 0 dB; null: the largest of <paramref name="power"/>.</param>
    /// <param name="rangeDb">How far below the highest level the lowest may lie; null: any.</param>
    public static void FromPower(ReadOnlySpan<float> power, Span<float> levels, float? reference = 1, float? rangeDb = 80)
    {
        if (levels.Length != power.Length)
            throw new ArgumentException($"{levels.Length} levels cannot take {power.Length} powers.", nameof(levels));
        if (power.IsEmpty)
            return;
        float zero = Math.Max(LeastPower, reference ?? TensorPrimitives.Max(power));
        TensorPrimitives.Max(power, LeastPower, levels);
        TensorPrimitives.Log10<float>(levels, levels);
        TensorPrimitives.Multiply(levels, 10f, levels);
        TensorPrimitives.Subtract(levels, 10 * MathF.Log10(zero), levels);
        if (rangeDb is { } range)
            TensorPrimitives.Max(levels, TensorPrimitives.Max<float>(levels) - range, levels);
    }

    /// <summary>20 log₁₀(amplitude / reference); amplitudes below 10⁻⁵ count as 10⁻⁵.</summary>
    /// <inheritdoc cref="FromPower"/>
    /// <param name="amplitude">Amplitudes, not negative.</param>
    /// <param name="levels">Filled with as many levels.</param>
    /// <param name="reference">The amplitude of 0 dB; null: the largest of <paramref name="amplitude"/>.</param>
    /// <param name="rangeDb">How far below the highest level the lowest may lie; null: any.</param>
    public static void FromAmplitude(ReadOnlySpan<float> amplitude, Span<float> levels, float? reference = 1, float? rangeDb = 80)
    {
        if (levels.Length != amplitude.Length)
            throw new ArgumentException($"{levels.Length} levels cannot take {amplitude.Length} amplitudes.", nameof(levels));
        TensorPrimitives.Multiply(amplitude, amplitude, levels);
        FromPower(levels, levels, reference * reference, rangeDb);
    }

    /// <summary>reference · 10^(level / 10): levels in dB as powers. Both spans may be the same.</summary>
    /// <exception cref="ArgumentException">The spans are not as long as each other.</exception>
    public static void ToPower(ReadOnlySpan<float> levels, Span<float> power, float reference = 1)
    {
        if (levels.Length != power.Length)
            throw new ArgumentException($"{power.Length} powers cannot take {levels.Length} levels.", nameof(power));
        TensorPrimitives.Multiply(levels, 0.1f, power);
        TensorPrimitives.Exp10<float>(power, power);
        TensorPrimitives.Multiply(power, reference, power);
    }

    /// <summary>reference · 10^(level / 20): levels in dB as amplitudes. Both spans may be the same.</summary>
    /// <inheritdoc cref="ToPower"/>
    public static void ToAmplitude(ReadOnlySpan<float> levels, Span<float> amplitude, float reference = 1)
    {
        ToPower(levels, amplitude, reference * reference);
        TensorPrimitives.Sqrt<float>(amplitude, amplitude);
    }
}
