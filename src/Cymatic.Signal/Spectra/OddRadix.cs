using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>A prime number as a type.</summary>
internal interface IPrime
{
    static abstract int Value { get; }
}

internal readonly struct Seven : IPrime
{
    public static int Value => 7;
}

internal readonly struct Eleven : IPrime
{
    public static int Value => 11;
}

internal readonly struct Thirteen : IPrime
{
    public static int Value => 13;
}

/// <summary>A transform of an odd prime number of values by its definition, with k and r − k sharing their sums.</summary>
internal readonly unsafe struct OddRadix<T, TLane, TPrime> : IButterfly<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
    where TPrime : struct, IPrime
{
    private static readonly T[] Cos = Table(Math.Cos), Sin = Table(Math.Sin);

    public static int Radix => TPrime.Value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Apply<TTwist>(Cursor<T> x, Cursor<T> y, T* twiddles)
        where TTwist : ITwist
    {
        int radix = TPrime.Value, half = radix / 2;
        Cx<T, TLane>* sums = stackalloc Cx<T, TLane>[half], differences = stackalloc Cx<T, TLane>[half];
        Cx<T, TLane> first = x.Read<TLane>(0), total = first;
        for (int j = 0; j < half; j++)
        {
            Cx<T, TLane> a = x.Read<TLane>(j + 1), b = x.Read<TLane>(radix - 1 - j);
            sums[j] = a + b;
            differences[j] = a - b;
            total += sums[j];
        }

        y.Write<TLane, TTwist>(0, total, twiddles);
        for (int k = 1; k <= half; k++)
        {
            Cx<T, TLane> even = first, odd = differences[0] * TLane.All(Sin[k]);
            for (int j = 0, turn = k; j < half; j++, turn = (turn + k) % radix)
            {
                even = Cx<T, TLane>.MultiplyAdd(sums[j], TLane.All(Cos[turn]), even);
                if (j > 0)
                    odd = Cx<T, TLane>.MultiplyAdd(differences[j], TLane.All(Sin[turn]), odd);
            }

            y.Write<TLane, TTwist>(k, Cx<T, TLane>.MinusI(even, odd), twiddles);
            y.Write<TLane, TTwist>(radix - k, Cx<T, TLane>.PlusI(even, odd), twiddles);
        }
    }

    private static T[] Table(Func<double, double> function) =>
        [.. Enumerable.Range(0, TPrime.Value).Select(i => T.CreateChecked(function(2 * Math.PI * i / TPrime.Value)))];
}
