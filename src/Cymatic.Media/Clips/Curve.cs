namespace Cymatic.Media;

/// <summary>A number that may change with time: a constant, or a function of seconds.</summary>
/// <remarks>A constant converts by itself (<c>Opacity = 0.4</c>); a lambda is written <c>new Curve(t => t / 2)</c>.</remarks>
public sealed class Curve
{
    private readonly Func<double, double>? _function;
    private readonly double _constant;

    /// <param name="function">The number for a time in seconds; thread-safe and pure.</param>
    public Curve(Func<double, double> function) => _function = Require.NotNull(function, nameof(function));

    private Curve(double constant) => _constant = constant;

    /// <summary>The number, where it never changes.</summary>
    public double? Constant => _function is null ? _constant : null;

    /// <summary>The same number at every time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a finite number.</exception>
    public static Curve FromDouble(double constant) => new(Require.Finite(constant, nameof(constant)));

    /// <summary>A function of seconds.</summary>
    public static Curve FromFunc(Func<double, double> function) => new(function);

    /// <summary>The same number at every time.</summary>
    public static implicit operator Curve(double constant) => FromDouble(constant);

    /// <summary>A function of seconds.</summary>
    public static implicit operator Curve(Func<double, double> function) => FromFunc(function);

    /// <summary>The number at a time.</summary>
    /// <param name="t">In seconds.</param>
    /// <exception cref="InvalidOperationException">The function gave no finite number.</exception>
    public double At(double t)
    {
        if (_function is null)
            return _constant;
        double value = _function(t);
        return double.IsFinite(value)
            ? value
            : throw new InvalidOperationException($"A curve gave {value} at {t} s instead of a finite number.");
    }

    /// <summary>The number at a time, brought into a range.</summary>
    internal double At(double t, double low, double high) => Math.Clamp(At(t), low, high);
}
