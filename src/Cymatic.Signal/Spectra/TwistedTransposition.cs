using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>y = (x ∘ twiddles)ᵀ, tile by tile: squares of as many rows as a vector has places.</summary>
internal static unsafe class TwistedTransposition<T, TLane>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    [SkipLocalsInit]
    public static void Run(Rows<T> x, Rows<T> y, Rows<T> twiddles, (int Rows, int Columns) size)
    {
        int side = TLane.Count;
        T* tile = stackalloc T[2 * side * side];
        var buffer = new Split<T>(tile, tile + (side * side));
        for (int top = 0; top < size.Rows; top += side)
        {
            int row = Math.Min(top, size.Rows - side);
            for (int left = 0; left < size.Columns; left += side)
            {
                int column = Math.Min(left, size.Columns - side);
                Tile(
                    new(x.At + ((row * x.Stride) + column), x.Stride),
                    new(y.At + ((column * y.Stride) + row), y.Stride),
                    new(twiddles.At + ((row * twiddles.Stride) + column), twiddles.Stride),
                    buffer);
            }
        }
    }

    /// <remarks>
    /// log₂(side) rounds of interleaving row i with row i + side/2 transpose a square: each round moves one bit
    /// of the column number into the row number. Two rounds are done in registers at a time.
    /// </remarks>
    private static void Tile(Rows<T> x, Rows<T> y, Rows<T> twiddles, Split<T> buffer)
    {
        int side = TLane.Count;
        if (side == 1)
        {
            y.At.Write(0, x.At.Read<Lane1<T>>(0) * twiddles.At.Read<Lane1<T>>(0));
            return;
        }

        if (side == 2)
        {
            Pairs(x, y, twiddles);
            return;
        }

        var dense = new Rows<T>(buffer, side);
        Rows<T> middle = side == 4 ? y : dense;
        int quarter = side / 4;
        for (int i = 0; i < quarter; i++)
        {
            Cx<T, TLane> a = Turned(x, twiddles, i), b = Turned(x, twiddles, i + quarter);
            Cx<T, TLane> c = Turned(x, twiddles, i + (2 * quarter)), d = Turned(x, twiddles, i + (3 * quarter));
            Quartet(a, b, c, d, new(middle.At + (4 * i * middle.Stride), middle.Stride));
        }

        if (side == 8)
        {
            for (int i = 0; i < 4; i++)
                Pair(At(dense, i), At(dense, i + 4), new(y.At + (2 * i * y.Stride), y.Stride));
        }
        else if (side == 16)
        {
            for (int i = 0; i < 4; i++)
                Quartet(At(dense, i), At(dense, i + 4), At(dense, i + 8), At(dense, i + 12), new(y.At + (4 * i * y.Stride), y.Stride));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pairs(Rows<T> x, Rows<T> y, Rows<T> twiddles) => Pair(Turned(x, twiddles, 0), Turned(x, twiddles, 1), y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Cx<T, TLane> At(Rows<T> x, int row) => x.At.Read<TLane>(row * x.Stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Cx<T, TLane> Turned(Rows<T> x, Rows<T> twiddles, int row) => At(x, row) * At(twiddles, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Cx<T, TLane> Low(Cx<T, TLane> a, Cx<T, TLane> b) =>
        new(TLane.InterleaveLow(a.Re, b.Re), TLane.InterleaveLow(a.Im, b.Im));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Cx<T, TLane> High(Cx<T, TLane> a, Cx<T, TLane> b) =>
        new(TLane.InterleaveHigh(a.Re, b.Re), TLane.InterleaveHigh(a.Im, b.Im));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pair(Cx<T, TLane> a, Cx<T, TLane> b, Rows<T> y)
    {
        y.At.Write(0, Low(a, b));
        y.At.Write(y.Stride, High(a, b));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Quartet(Cx<T, TLane> a, Cx<T, TLane> b, Cx<T, TLane> c, Cx<T, TLane> d, Rows<T> y)
    {
        Cx<T, TLane> lowAc = Low(a, c), highAc = High(a, c), lowBd = Low(b, d), highBd = High(b, d);
        y.At.Write(0, Low(lowAc, lowBd));
        y.At.Write(y.Stride, High(lowAc, lowBd));
        y.At.Write(2 * y.Stride, Low(highAc, highBd));
        y.At.Write(3 * y.Stride, High(highAc, highBd));
    }
}
