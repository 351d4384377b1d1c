using System.Numerics.Tensors;

namespace Cymatic.Plot;

/// <summary>
/// Numbers to be plotted: an array of doubles or floats as it is, or equal steps. NaN and infinities are gaps. Arrays are handed over:
/// their owner writes to them no more.
/// </summary>
public sealed class Numbers
{
    private readonly double[]? _doubles;
    private readonly float[]? _floats;
    private readonly double _first, _step;

    private Numbers(double[]? doubles, float[]? floats, (double First, double Step) range, int count) =>
        (_doubles, _floats, _first, _step, Count) = (doubles, floats, range.First, range.Step, count);

    /// <summary>No number.</summary>
    public static Numbers Empty { get; } = new([], null, default, 0);

    /// <summary>How many.</summary>
    public int Count { get; }

    /// <summary>Whether the numbers are equal steps upwards, made by <see cref="Steps"/>.</summary>
    public bool IsRegular => _doubles is null && _floats is null && _step > 0;

    /// <summary>A number.</summary>
    public double this[int index] => _doubles is not null ? _doubles[index] : _floats is not null ? _floats[index] : _first + _step * index;

    /// <summary>Equal steps: first, first + step, first + 2 step …</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="first">The first number.</param>
    /// <param name="step">From each to the next, finite.</param>
    public static Numbers Steps(int count, double first = 0, double step = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!double.IsFinite(first) || !double.IsFinite(step))
            throw new ArgumentOutOfRangeException(nameof(step), step, "Steps must be finite.");
        return new(null, null, (first, step), count);
    }

    /// <summary>Equal steps from one number to another, both included.</summary>
    /// <param name="from">The first.</param>
    /// <param name="to">The last.</param>
    /// <param name="count">How many, at least 2.</param>
    public static Numbers Between(double from, double to, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return Steps(count, from, (to - from) / (count - 1));
    }

    /// <summary>Takes over an array.</summary>
    public static Numbers From(double[] values) =>
        new(values ?? throw new ArgumentNullException(nameof(values)), null, default, values.Length);

    /// <summary>Takes over an array.</summary>
    public static Numbers From(float[] values) =>
        new(null, values ?? throw new ArgumentNullException(nameof(values)), default, values.Length);

    /// <summary>Takes over an array.</summary>
    public static implicit operator Numbers(double[] values) => From(values);

    /// <summary>Takes over an array.</summary>
    public static implicit operator Numbers(float[] values) => From(values);

    /// <summary>A function of each number.</summary>
    public Numbers Map(Func<double, double> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var values = new double[Count];
        for (int i = 0; i < Count; i++)
            values[i] = function(this[i]);
        return values;
    }

    /// <summary>The numbers as an array; a copy.</summary>
    public double[] ToArray()
    {
        var values = new double[Count];
        for (int i = 0; i < Count; i++)
            values[i] = this[i];
        return values;
    }

    /// <summary>The least and the greatest finite number of a part; (NaN, NaN) when there is none.</summary>
    internal (double Least, double Greatest) Range(int start, int count)
    {
        if (count <= 0)
            return (double.NaN, double.NaN);
        if (_doubles is null && _floats is null)
            return _step >= 0 ? (this[start], this[start + count - 1]) : (this[start + count - 1], this[start]);
        // Where any is NaN, so is the sum: infinities and NaN are looked for only when the fast way meets one.
        (double least, double greatest) = _doubles is not null
            ? (TensorPrimitives.Min<double>(_doubles.AsSpan(start, count)), TensorPrimitives.Max<double>(_doubles.AsSpan(start, count)))
            : (TensorPrimitives.Min<float>(_floats.AsSpan(start, count)), TensorPrimitives.Max<float>(_floats.AsSpan(start, count)));
        return double.IsFinite(least) && double.IsFinite(greatest) ? (least, greatest) : FiniteRange(start, count);
    }

    internal (double Least, double Greatest) Range() => Range(0, Count);

    /// <summary>The least and the greatest positive number, for logarithms.</summary>
    internal (double Least, double Greatest) PositiveRange()
    {
        (double least, double greatest) = Range();
        if (least > 0)
            return (least, greatest);
        least = double.PositiveInfinity;
        greatest = double.NegativeInfinity;
        for (int i = 0; i < Count; i++)
        {
            double value = this[i];
            if (value > 0 && double.IsFinite(value))
                (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }

        return greatest >= least ? (least, greatest) : (double.NaN, double.NaN);
    }

    /// <summary>Whether no number is smaller than the one before it, and none is NaN.</summary>
    internal bool IsSorted()
    {
        if (_doubles is null && _floats is null)
            return _step >= 0;
        return _doubles is not null ? IsSorted<double>(_doubles) : IsSorted<float>(_floats);
    }

    private static bool IsSorted<T>(ReadOnlySpan<T> values)
        where T : System.Numerics.INumber<T>
    {
        for (int i = 1; i < values.Length; i++)
        {
            if (!(values[i] >= values[i - 1]))
                return false;
        }

        return values.Length == 0 || values[0] == values[0];
    }

    private (double Least, double Greatest) FiniteRange(int start, int count)
    {
        double least = double.PositiveInfinity, greatest = double.NegativeInfinity;
        for (int i = start; i < start + count; i++)
        {
            double value = this[i];
            if (double.IsFinite(value))
                (least, greatest) = (Math.Min(least, value), Math.Max(greatest, value));
        }

        return greatest >= least ? (least, greatest) : (double.NaN, double.NaN);
    }
}
