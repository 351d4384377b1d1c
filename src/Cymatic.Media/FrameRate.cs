namespace Cymatic.Media;

/// <summary>An exact grid of frame times: frame n is shown at n·<see cref="Den"/>/<see cref="Num"/> seconds.</summary>
public readonly record struct FrameRate
{
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

    /// <inheritdoc/>
    public override string ToString() => Den == 1 ? $"{Num}" : $"{Num}/{Den}";
}
