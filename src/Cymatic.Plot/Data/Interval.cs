namespace Cymatic.Plot;

/// <summary>A closed interval of finite numbers; empty when made of NaN.</summary>
internal readonly record struct Interval(double Least, double Greatest)
{
    internal static Interval Empty => new(double.NaN, double.NaN);

    internal bool IsEmpty => !(Greatest >= Least) || !double.IsFinite(Least) || !double.IsFinite(Greatest);

    internal static Interval Of((double Least, double Greatest) range) => new(range.Least, range.Greatest);

    internal static Interval Hull(double a, double b) => new(Math.Min(a, b), Math.Max(a, b));

    internal Interval Union(Interval other) =>
        IsEmpty ? other : other.IsEmpty ? this : new(Math.Min(Least, other.Least), Math.Max(Greatest, other.Greatest));

    internal Interval Grown(double by) => IsEmpty ? this : new(Least - by, Greatest + by);
}
