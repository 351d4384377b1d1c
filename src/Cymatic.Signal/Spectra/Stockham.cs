using System.Numerics;

namespace Cymatic.Signal;

/// <summary>A plan for transforms down the columns of a matrix: many of the same smooth length at once.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <typeparam name="TLane">The vector width; the matrix has at least that many columns.</typeparam>
internal sealed unsafe class Stockham<T, TLane> : IColumnTransform<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    private readonly int[] _radices;
    private readonly T[] _twiddles;

    public Stockham(int length)
    {
        Length = length;
        _radices = Factors.Radices(length) ?? throw new ArgumentException($"{length} has a prime factor above 13.", nameof(length));
        _twiddles = Twiddles(length, _radices);
    }

    /// <summary>Rows of the matrix.</summary>
    public int Length { get; }

    /// <summary>How many times the data are read and written.</summary>
    public int Stages => _radices.Length;

    /// <summary>Transforms each column of x into y; a and b are dense scratch matrices of the same size.</summary>
    /// <remarks>y may be x when there is more than one radix, and b when neither x nor a is.</remarks>
    public void Run(Rows<T> x, Rows<T> y, int columns, (Split<T> A, Split<T> B) scratch)
    {
        fixed (T* table = _twiddles)
        {
            T* twiddles = table;
            Rows<T> from = x;
            int groups = Length, inner = 1;
            for (int i = 0; i < _radices.Length; i++)
            {
                int radix = _radices[i];
                groups /= radix;
                Rows<T> to = i == _radices.Length - 1 ? y : new(i % 2 == 0 ? scratch.A : scratch.B, columns);
                Dispatch(radix, from, to, new(groups, inner, columns), twiddles);
                twiddles += 2L * groups * (radix - 1);
                inner *= radix;
                from = to;
            }
        }

        if (_radices.Length == 0)
            Copy(x.At, y.At, columns);
    }

    private static void Dispatch(int radix, Rows<T> x, Rows<T> y, StageShape shape, T* twiddles)
    {
        switch (radix)
        {
            case 2: Stage<T, TLane, Radix2<T, TLane>>.Run(x, y, shape, twiddles); break;
            case 3: Stage<T, TLane, Radix3<T, TLane>>.Run(x, y, shape, twiddles); break;
            case 4: Stage<T, TLane, Radix4<T, TLane>>.Run(x, y, shape, twiddles); break;
            case 5: Stage<T, TLane, Radix5<T, TLane>>.Run(x, y, shape, twiddles); break;
            case 7: Stage<T, TLane, OddRadix<T, TLane, Seven>>.Run(x, y, shape, twiddles); break;
            case 8: Stage<T, TLane, Radix8<T, TLane>>.Run(x, y, shape, twiddles); break;
            case 11: Stage<T, TLane, OddRadix<T, TLane, Eleven>>.Run(x, y, shape, twiddles); break;
            default: Stage<T, TLane, OddRadix<T, TLane, Thirteen>>.Run(x, y, shape, twiddles); break;
        }
    }

    private static void Copy(Split<T> x, Split<T> y, int count)
    {
        new Span<T>(x.Re, count).CopyTo(new Span<T>(y.Re, count));
        new Span<T>(x.Im, count).CopyTo(new Span<T>(y.Im, count));
    }

    /// <summary>For each stage and each group p: w_n^(pk), k = 1 … radix − 1, real and imaginary parts in turn.</summary>
    private static T[] Twiddles(int length, int[] radices)
    {
        var table = new List<T>();
        var roots = new Roots(length);
        int current = length;
        foreach (int radix in radices)
        {
            for (int p = 0; p < current / radix; p++)
            {
                for (int k = 1; k < radix; k++)
                {
                    (double re, double im) = roots[(long)p * k * (length / current)];
                    table.Add(T.CreateChecked(re));
                    table.Add(T.CreateChecked(im));
                }
            }

            current /= radix;
        }

        return [.. table];
    }
}
