namespace Cymatic.Signal;

/// <summary>The roots of unity exp(−2πi k/n), each exact to a few units in the last place of a double.</summary>
internal readonly struct Roots
{
    private const int LowBits = 10;
    private readonly long _n;
    private readonly (double Cos, double Sin)[] _low;
    private readonly (double Cos, double Sin)[] _high;

    public Roots(long n)
    {
        _n = n;
        _low = Table((int)Math.Min(n, 1 << LowBits), 1, n);
        _high = Table((int)((n >> LowBits) + 1), 1 << LowBits, n);
    }

    /// <summary>exp(−2πi k/n) for any k ≥ 0: the product of two table entries.</summary>
    public (double Re, double Im) this[long k]
    {
        get
        {
            if (k >= _n)
                k %= _n;
            (double Cos, double Sin) low = _low[k & ((1 << LowBits) - 1)], high = _high[k >> LowBits];
            return ((low.Cos * high.Cos) - (low.Sin * high.Sin), -(low.Sin * high.Cos) - (low.Cos * high.Sin));
        }
    }

    private static (double Cos, double Sin)[] Table(int count, int step, long n)
    {
        var table = new (double Cos, double Sin)[count];
        for (int i = 0; i < count; i++)
        {
            double turns = (double)step * i / n;
            table[i] = (Math.Cos(2 * Math.PI * turns), Math.Sin(2 * Math.PI * turns));
        }

        return table;
    }
}
