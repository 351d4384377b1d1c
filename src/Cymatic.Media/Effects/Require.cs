using System.Runtime.CompilerServices;

namespace Cymatic.Media;

/// <summary>The ranges of effects' numbers, checked where they enter.</summary>
internal static class Require
{
    public static double Positive(double value, [CallerMemberName] string name = "") => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and finite.");

    public static double NotNegative(double value, [CallerMemberName] string name = "") => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and not negative.");

    public static double Finite(double value, [CallerMemberName] string name = "") => double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number.");

    public static double Fraction(double value, [CallerMemberName] string name = "") => value is >= 0 and <= 1
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must lie between 0 and 1.");

    public static int AtLeast(int least, int value, [CallerMemberName] string name = "") => value >= least
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {least}.");

    public static T NotNull<T>(T? value, [CallerMemberName] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);

    /// <summary>The duration of a clip that must have an end.</summary>
    public static double End(double duration, string effect) => double.IsFinite(duration)
        ? duration
        : throw new ArgumentException($"{effect} needs a clip with an end; cut it first.", nameof(duration));
}
