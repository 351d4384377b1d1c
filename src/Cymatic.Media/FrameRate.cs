using System.Globalization;
using System.Numerics;

namespace Cymatic.Media;

/// <summary>An exact grid of frame times: frame n is shown at n·<see cref="Den"/>/<see cref="Num"/> seconds.</summary>
public readonly record struct FrameRate
{
    // In frames.
    private const double Tolerance = 1e-6;

    /// <summary>A rate of <paramref name="num"/>/<paramref name="den"/> frames a second, both positive.</summary>
    public FrameRate(int num, int den = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(den, 1);
        (Num, Den) = (num, den);
    }

    /// <summary>Frames in <see cref="Den"/> seconds.</summary>
    public int Num { get; }

    /// <summary>Seconds that <see cref="Num"/> frames take.</summary>
    public int Den { get; }

    /// <summary>The time of frame <paramref name="frame"/> in seconds.</summary>
    public double TimeOf(long frame) => (double)frame * Den / Num;

    /// <summary>Frames that begin before <paramref name="seconds"/>.</summary>
    public long FramesIn(double seconds) => (long)Math.Ceiling(seconds * Num / Den - 1e-9);

    /// <summary>The frame that is seen at <paramref name="seconds"/>: the last that has begun, negative before time 0.</summary>
    /// <remarks>
    /// Sums and products of seconds are rounded: frame 7 of 24000/1001 plus a start of 100 seconds may come out a little before the frame
    /// begins. A time that is short of a frame by less than a millionth of it therefore counts as its beginning. Whoever has frames chooses
    /// them by this method and no other, and a chain of cuts, speeds and loops lands on the frame that exact numbers would name.
    /// </remarks>
    public long FrameAt(double seconds) => (long)Math.Floor(seconds * Num / Den + Tolerance);

    /// <summary>The rate of frames shown so many times as fast; null when that is no ratio of numbers of this type.</summary>
    internal FrameRate? Times(double factor)
    {
        Ratio ratio = Ratio.Near(factor);
        long num = (long)Num * ratio.Num, den = (long)Den * ratio.Den;
        long common = (long)BigInteger.GreatestCommonDivisor(num, den);
        return num / common <= int.MaxValue && den / common <= int.MaxValue ? new((int)(num / common), (int)(den / common)) : null;
    }

    /// <summary>The rate that a decimal number means, exact for every rate that is used.</summary>
    /// <remarks>
    /// 29.97 and its kin (23.976, 47.952, 59.94, 119.88) are roundings of n·1000/1001, which they become. Any other number becomes the
    /// simplest fraction that is equal to it to ten digits: 27.5642 is 137821/5000, and 1000.0/37 is 1000/37.
    /// </remarks>
    /// <param name="framesPerSecond">10⁻⁶ to 10⁶.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such number.</exception>
    public static FrameRate FromDouble(double framesPerSecond)
    {
        if (framesPerSecond is not (>= 1e-6 and <= 1e6))
            throw new ArgumentOutOfRangeException(nameof(framesPerSecond), framesPerSecond, "A frame rate lies between 10⁻⁶ and 10⁶.");
        foreach (int whole in (ReadOnlySpan<int>)[24, 30, 48, 60, 120])
        {
            if (Math.Abs(framesPerSecond * 1.001 - whole) < 3e-6 * whole)
                return new FrameRate(whole * 1000, 1001);
        }

        Ratio ratio = Ratio.Near(framesPerSecond);
        return new FrameRate(ratio.Num, ratio.Den);
    }

    /// <summary>A rate as it is written: "25", "24000/1001", "27.5642".</summary>
    /// <exception cref="FormatException">It is none of these, or not positive.</exception>
    public static FrameRate Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        if (parts.Length == 2 && Whole(parts[0], out int num) && Whole(parts[1], out int den))
            return new FrameRate(num, den);
        if (parts.Length == 1 && Whole(text, out int whole))
            return new FrameRate(whole);
        return parts.Length == 1 && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && value is >= 1e-6 and <= 1e6
            ? FromDouble(value)
            : throw new FormatException($"'{text}' is no frame rate; 25, 24000/1001 and 27.5642 are.");
    }

    /// <summary>
    /// This rate, or that of every second frame, every third … so that there are no more than <paramref name="most"/> a second.
    /// </summary>
    public FrameRate AtMost(int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        long every = Math.Max(1, (Num + (long)most * Den - 1) / ((long)most * Den));
        return every == 1 ? this
            : every * Den <= int.MaxValue ? new FrameRate(Num, (int)(every * Den))
            : FromDouble((double)Num / Den / every);
    }

    private static bool Whole(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0;

    /// <inheritdoc/>
    public override string ToString() => Den == 1 ? $"{Num}" : $"{Num}/{Den}";
}
