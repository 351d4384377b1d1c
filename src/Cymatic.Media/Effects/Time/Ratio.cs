namespace Cymatic.Media;

/// <summary>A ratio of whole numbers.</summary>
/// <param name="Num">Positive.</param>
/// <param name="Den">Positive.</param>
internal readonly record struct Ratio(int Num, int Den)
{
    private const double Tolerance = 1e-10;
    private const double Largest = 1 << 24;

    /// <summary>The simplest ratio that differs from a number by less than 1e−10 of it, or the best of numbers up to 2²⁴.</summary>
    /// <remarks>Continued fractions.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The number does not lie between 2⁻²⁴ and 2²⁴.</exception>
    public static Ratio Near(double value)
    {
        if (!(value is >= 1 / Largest and <= Largest))
            throw new ArgumentOutOfRangeException(nameof(value), value, "A speed must lie between 1/16777216 and 16777216.");
        double num = 1, den = 0, lastNum = 0, lastDen = 1, rest = value;
        while (true)
        {
            double whole = Math.Floor(rest);
            double nextNum = whole * num + lastNum, nextDen = whole * den + lastDen;
            if (nextNum > Largest || nextDen > Largest)
                break;
            (lastNum, lastDen, num, den) = (num, den, nextNum, nextDen);
            if (Math.Abs(num / den - value) <= Tolerance * value || rest == whole)
                break;
            rest = 1 / (rest - whole);
        }

        return new((int)Math.Max(num, 1), (int)den);
    }
}
