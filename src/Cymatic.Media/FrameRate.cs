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

    /// <inheritdoc/>
    public override string ToString() => Den == 1 ? $"{Num}" : $"{Num}/{Den}";
}
