using System.Numerics;

namespace Cymatic.Signal;

/// <summary>What every <see cref="SquareTransform{T, TLane}"/> shares.</summary>
internal static class SquareTransform
{
    /// <summary>Longest transform that runs as a whole; longer ones run some columns at a time, to stay in the cache.</summary>
    public const int CachedLength = 1 << 14;

    /// <summary>Columns at a time.</summary>
    public const int BlockColumns = 32;
}

/// <summary>
/// A transform of rows · columns numbers as transforms of its columns, a twisted transposition, and transforms of columns again.
/// </summary>
/// <remarks>
/// The "four-step" algorithm (Bailey, 1990) with n = n₁·columns + n₂ and k = k₁ + rows·k₂:
/// X[k] = Σ_n₂ w_columns^(n₂k₂) · w_N^(n₂k₁) · Σ_n₁ w_rows^(n₁k₁) x[n].
/// Every load and store of it is of whole vectors, also where the radices are odd.
/// </remarks>
internal sealed unsafe class SquareTransform<T, TLane> : IComplexKernel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TLane : unmanaged, ILane<TLane, T>
{
    private readonly int _rows;
    private readonly int _columns;
    private readonly int _block;
    private readonly IColumnTransform<T> _first;
    private readonly IColumnTransform<T> _second;
    private readonly Roots _roots;
    private readonly T[] _twist;

    public SquareTransform(int rows, int columns)
    {
        (_rows, _columns) = (rows, columns);
        bool cached = (long)rows * columns <= SquareTransform.CachedLength;
        _block = cached ? Math.Max(rows, columns) : Math.Max(SquareTransform.BlockColumns, TLane.Count);
        _first = Factors.Radices(rows) is null ? new Rader<T, TLane>(rows) : new Stockham<T, TLane>(rows);
        _second = columns == rows ? _first : new Stockham<T, TLane>(columns);
        _roots = new((long)rows * columns);
        _twist = Twist();
    }

    private int Length => _rows * _columns;

    /// <summary>
    /// Two blocks of columns, the whole between the two steps, and the twist of a block where the first block's is not all.
    /// </summary>
    public int ScratchLength => (4 * BlockLength) + (2 * Length) + (TwistColumns < _columns ? 2 * _rows * TwistColumns : 0);

    private int BlockLength => Math.Max(_rows * Math.Min(_block, _columns), _columns * Math.Min(_block, _rows));

    /// <summary>Columns whose twist is kept: that of the first block turns into that of any other.</summary>
    private int TwistColumns => Math.Min(_block, _columns);

    public void Run(Split<T> x, Split<T> y, T* scratch)
    {
        var a = new Split<T>(scratch, scratch + BlockLength);
        var b = a + (2 * BlockLength);
        var whole = new Split<T>(scratch + (4 * BlockLength), scratch + (4 * BlockLength) + Length);
        if (_block >= Math.Max(_rows, _columns))
        {
            // All columns at once: the transposition goes to what the first step left free, and the first cache holds all of it.
            bool inB = _first.Stages % 2 == 0;
            Columns(x, inB ? a : b, (a, b));
            Columns(inB ? a : b, y, (inB ? b : a, whole), second: true);
            return;
        }

        Columns(x, whole, (a, b));
        Columns(whole, y, (a, b), second: true);
    }

    private void Columns(Split<T> x, Split<T> y, (Split<T> A, Split<T> B) scratch, bool second = false)
    {
        (IColumnTransform<T> plan, int columns) = second ? (_second, _rows) : (_first, _columns);
        int block = Math.Min(_block, columns);
        for (int start = 0; start < columns; start += block)
        {
            int at = Math.Min(start, columns - block);
            var rows = new Rows<T>(x + at, columns);
            if (second)
                plan.Run(rows, new(y + at, columns), block, scratch);
            else
                TwistBlock(plan, rows, y, (at, block), scratch);
        }
    }

    private void TwistBlock(IColumnTransform<T> plan, Rows<T> x, Split<T> y, (int At, int Count) block, (Split<T> A, Split<T> B) scratch)
    {
        // The last stage reads A when it writes B and the other way round.
        Split<T> result = plan.Stages % 2 == 0 ? scratch.B : scratch.A;
        plan.Run(x, new(result, block.Count), block.Count, scratch);
        fixed (T* table = _twist)
        {
            var twist = new Split<T>(table, table + (_rows * TwistColumns));
            if (block.At > 0)
                twist = Turn(twist, block.At, scratch.B.Re + (2 * (BlockLength + Length)));
            TwistedTransposition<T, TLane>.Run(
                new(result, block.Count), new(y + (block.At * (nint)_rows), _rows), new(twist, TwistColumns), (_rows, block.Count));
        }
    }

    /// <summary>From the twist of the first columns to that of as many others: w_N^(k₁n₂) = w_N^(k₁·at) · w_N^(k₁(n₂ − at)).</summary>
    private Split<T> Turn(Split<T> twist, int at, T* space)
    {
        var result = new Split<T>(space, space + (_rows * TwistColumns));
        nint last = TwistColumns - TLane.Count;
        for (nint row = 0; row < _rows; row++)
        {
            (double re, double im) = _roots[row * at];
            var turn = new Cx<T, TLane>(TLane.All(T.CreateChecked(re)), TLane.All(T.CreateChecked(im)));
            Split<T> from = twist + (row * TwistColumns), to = result + (row * TwistColumns);
            for (nint column = 0; column < TwistColumns; column += TLane.Count)
            {
                nint place = Math.Min(column, last);
                to.Write(place, from.Read<TLane>(place) * turn);
            }
        }

        return result;
    }

    /// <summary>w_N^(k₁n₂) of the first block: real parts of a rows × columns matrix, then imaginary parts.</summary>
    private T[] Twist()
    {
        int count = _rows * TwistColumns;
        var table = new T[2 * count];
        for (int i = 0; i < count; i++)
        {
            (double re, double im) = _roots[(long)(i / TwistColumns) * (i % TwistColumns)];
            (table[i], table[count + i]) = (T.CreateChecked(re), T.CreateChecked(im));
        }

        return table;
    }
}
