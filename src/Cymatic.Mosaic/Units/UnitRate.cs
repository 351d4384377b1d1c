namespace Cymatic.Mosaic;

/// <summary>Units in a second, exactly: unit n begins at n·<see cref="Den"/>/<see cref="Num"/> seconds, however large n is.</summary>
public readonly record struct UnitRate
{
    /// <summary><paramref name="num"/>/<paramref name="den"/> units a second, both positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number below 1.</exception>
    public UnitRate(int num, int den = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(num, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(den, 1);
        (Num, Den) = (num, den);
    }

    /// <summary>Units in <see cref="Den"/> seconds.</summary>
    public int Num { get; }

    /// <summary>Seconds that <see cref="Num"/> units take.</summary>
    public int Den { get; }

    /// <summary>From one unit to the next, in seconds.</summary>
    public double Seconds => (double)Den / Num;

    /// <summary>When a unit begins, in seconds.</summary>
    public double TimeOf(long unit) => (double)unit * Den / Num;

    /// <summary>The whole units in a length of time; a thousandth of one may be missing, for lengths are told to a microsecond.</summary>
    public long UnitsIn(double seconds) => (long)Math.Floor((seconds * Num / Den) + 1e-3);

    /// <inheritdoc/>
    public override string ToString() => Den == 1 ? $"{Num}" : $"{Num}/{Den}";
}
