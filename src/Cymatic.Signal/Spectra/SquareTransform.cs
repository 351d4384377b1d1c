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
    private readonly T[] _twist;

    public SquareTransform(int rows, int columns)
    {
        (_rows, _columns) = (rows, columns);
        bool cached = (long)rows * columns <= SquareTransform.CachedLength;
        _block = cached ? Math.Max(rows, columns) : Math.Max(SquareTransform.BlockColumns, TLane.Count);
        _first = Factors.Radices(rows) is null ? new Rader<T, TLane>(rows) : new Stockham<T, TLane>(rows);
        _second = columns == rows ? _first : new Stockham<T, TLane>(columns);
        _twist = Twist(rows, columns);
    }

    private int Length => _rows * _columns;

    /// <summary>Two blocks of columns, and the whole between the two steps.</summary>
    public int ScratchLength => (2 * Length) + (4 * BlockLength);

    private int BlockLength => Math.Max(_rows * Math.Min(_block, _columns), _columns * Math.Min(_block, _rows));

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
        fixed (T* twist = _twist)
        {
            TwistedTransposition<T, TLane>.Run(
                new(result, block.Count),
                new(y + (block.At * (nint)_rows), _rows),
                new(new Split<T>(twist, twist + Length) + block.At, _columns),
                (_rows, block.Count));
        }
    }

    /// <summary>w_N^(k₁n₂): real parts of a rows × columns matrix, then imaginary parts.</summary>
    private static T[] Twist(int rows, int columns)
    {
        long length = (long)rows * columns;
        var table = new T[2 * length];
        var roots = new Roots(length);
        for (long row = 0; row < rows; row++)
        {
            for (long column = 0; column < columns; column++)
            {
                (double re, double im) = roots[row * column];
                table[(row * columns) + column] = T.CreateChecked(re);
                table[length + (row * columns) + column] = T.CreateChecked(im);
            }
        }

        return table;
    }
}
