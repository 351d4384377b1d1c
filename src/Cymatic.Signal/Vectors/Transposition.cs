using System.Runtime.CompilerServices;

namespace Cymatic.Signal;

/// <summary>Transposes matrices of float32.</summary>
internal static unsafe class Transposition<TLane>
    where TLane : unmanaged, ILane<TLane, float>
{
    /// <summary>y[c][r] = x[r][c] for all rows and columns.</summary>
    public static void Run(Plane x, Plane y, int rows, int columns)
    {
        int side = TLane.Count, tiledRows = rows - (rows % side), tiledColumns = columns - (columns % side);
        for (int row = 0; row < tiledRows; row += side)
        {
            for (int column = 0; column < tiledColumns; column += side)
                Tile(x.From(row, column), y.From(column, row));
        }

        Rest(x, y, (0, tiledRows), (tiledColumns, columns));
        Rest(x, y, (tiledRows, rows), (0, columns));
    }

    private static void Rest(Plane x, Plane y, (int From, int To) rows, (int From, int To) columns)
    {
        for (int row = rows.From; row < rows.To; row++)
        {
            for (int column = columns.From; column < columns.To; column++)
                *y[column, row] = *x[row, column];
        }
    }

    /// <remarks>Each round of interleaving row i with row i + side/2 moves a bit of the column number into the row number.</remarks>
    [SkipLocalsInit]
    private static void Tile(Plane x, Plane y)
    {
        int side = TLane.Count, half = side / 2;
        TLane* from = stackalloc TLane[side], to = stackalloc TLane[side];
        for (int i = 0; i < side; i++)
            from[i] = TLane.Load(x[i, 0]);
        for (int round = half; round > 0; round /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                to[2 * i] = TLane.InterleaveLow(from[i], from[i + half]);
                to[(2 * i) + 1] = TLane.InterleaveHigh(from[i], from[i + half]);
            }

            TLane* swap = from;
            from = to;
            to = swap;
        }

        for (int i = 0; i < side; i++)
            from[i].Store(y[i, 0]);
    }
}
