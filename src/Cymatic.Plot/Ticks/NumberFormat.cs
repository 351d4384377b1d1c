using System.Globalization;

namespace Cymatic.Plot;

/// <summary>
/// How the numbers of an axis are written: all with the same decimals; powers of ten and a large constant that they share stand apart.
/// </summary>
internal sealed class NumberFormat
{
    private const int MostDigits = 6, LargeExponent = 6, SmallExponent = -4;

    private readonly double _offset;
    private readonly int _exponent;
    private readonly int _decimals;

    private NumberFormat(double offset, int exponent, int decimals) => (_offset, _exponent, _decimals) = (offset, exponent, decimals);

    /// <summary>What has to be said beside the axis: "×10^{6}", "+1200000"; null when nothing.</summary>
    internal string? Common
    {
        get
        {
            string power = _exponent == 0 ? "" : $"×10^{{{Signed(_exponent)}}}";
            string offset = _offset == 0 ? "" : (_offset < 0 ? " −" : " +") + Plain(Math.Abs(_offset));
            return power.Length + offset.Length == 0 ? null : (power + offset).Trim();
        }
    }

    /// <summary>The format of ticks at these numbers.</summary>
    internal static NumberFormat For(IReadOnlyList<double> values)
    {
        double greatest = values.Count == 0 ? 0 : values.Max(Math.Abs);
        if (greatest == 0 || !double.IsFinite(greatest))
            return new(0, 0, 0);
        double step = SmallestStep(values) is var s and > 0 ? s : greatest;
        double offset = 0;
        if (greatest / step > Math.Pow(10, MostDigits))
        {
            // What all numbers share is written once.
            double unit = Math.Pow(10, Math.Ceiling(Math.Log10(step * values.Count)) + 1);
            offset = Math.Floor(values.Min() / unit) * unit;
            greatest = values.Max(value => Math.Abs(value - offset));
            if (greatest == 0)
                return new(0, 0, 15);
        }

        int exponent = (int)Math.Floor(Math.Log10(greatest) + 1e-9);
        if (exponent is < LargeExponent and > SmallExponent)
            exponent = 0;
        return new(offset, exponent, Decimals(values, offset, exponent));
    }

    /// <summary>A number as the axis writes it.</summary>
    internal string Write(double value)
    {
        double scaled = (value - _offset) / Math.Pow(10, _exponent);
        return Minus(scaled.ToString("F" + _decimals, CultureInfo.InvariantCulture));
    }

    /// <summary>A number of its own, with few digits.</summary>
    internal static string Plain(double value) => Minus(value.ToString("0.######", CultureInfo.InvariantCulture));

    /// <summary>A power of ten: "100", "0.01", "10^{6}".</summary>
    internal static string PowerOfTen(int exponent, bool plain) =>
        plain ? Plain(Math.Pow(10, exponent)) : $"10^{{{Signed(exponent)}}}";

    private static string Signed(int value) => Minus(value.ToString(CultureInfo.InvariantCulture));

    private static string Minus(string text)
    {
        bool zero = text.All(c => c is '-' or '0' or '.');
        return zero ? text.Replace("-", "", StringComparison.Ordinal) : text.Replace('-', '−');
    }

    private static double SmallestStep(IReadOnlyList<double> values)
    {
        double[] sorted = [.. values.Order()];
        double step = double.PositiveInfinity;
        for (int i = 1; i < sorted.Length; i++)
        {
            double distance = sorted[i] - sorted[i - 1];
            if (distance > 0 && distance < step)
                step = distance;
        }

        return double.IsFinite(step) ? step : 0;
    }

    // As few decimals as tell all numbers exactly to a thousandth of the distance between them.
    private static int Decimals(IReadOnlyList<double> values, double offset, int exponent)
    {
        double unit = Math.Pow(10, exponent), step = SmallestStep(values) / unit;
        double tolerance = step > 0 ? step * 1e-3 : Math.Abs(values[0] / unit) * 1e-6;
        for (int decimals = 0; decimals < 12; decimals++)
        {
            double power = Math.Pow(10, decimals);
            if (values.All(value => Math.Abs(Math.Round((value - offset) / unit * power) / power - (value - offset) / unit) <= tolerance))
                return decimals;
        }

        return 12;
    }
}
