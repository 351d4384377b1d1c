using Cymatic.Imaging;

namespace Cymatic.Workflows;

/// <summary>Numbers over time as a picture: a pixel for each number, the first row at the bottom.</summary>
internal static class HeatMap
{
    // More columns than any picture shows are joined, the greatest number winning.
    private const int MostColumns = 4096;

    /// <param name="rows">How many numbers stand above each other, 1 to <see cref="Frame.MaxSide"/>.</param>
    /// <param name="columns">How many times there are, at least 1.</param>
    /// <param name="value">The number of a row at a column.</param>
    /// <param name="paint">Colours the numbers of a row: row, numbers, pixels 0xFFRRGGBB.</param>
    internal static Frame Create(int rows, int columns, Func<int, int, float> value, Action<int, float[], uint[]> paint)
    {
        int width = Math.Min(columns, MostColumns);
        float[] numbers = new float[width];
        uint[] pixels = new uint[width];
        Frame frame = Frame.Rent(width, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int x = 0; x < width; x++)
            {
                int from = (int)((long)x * columns / width), to = (int)((x + 1L) * columns / width);
                numbers[x] = value(row, from);
                for (int column = from + 1; column < to; column++)
                    numbers[x] = MathF.Max(numbers[x], value(row, column));
            }

            paint(row, numbers, pixels);
            pixels.CopyTo(frame.PixelRow(rows - 1 - row));
        }

        return frame;
    }
}
