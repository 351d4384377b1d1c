using Cymatic.Imaging;

namespace Cymatic.Plot.Tests;

/// <summary>Compares pictures that were drawn by different rules.</summary>
internal static class Regions
{
    private const int Side = 8, Clear = 40;

    /// <summary>The share of 8×8 regions whose mean differs by more than 40 of 255 in any part.</summary>
    internal static double Difference(Frame one, Frame other)
    {
        int different = 0, all = 0;
        for (int y = 0; y + Side <= one.Height; y += Side)
        {
            for (int x = 0; x + Side <= one.Width; x += Side, all++)
            {
                for (int part = 0; part < 3; part++)
                {
                    if (Math.Abs(Mean(one, x, y, part) - Mean(other, x, y, part)) > Clear)
                    {
                        different++;
                        break;
                    }
                }
            }
        }

        return (double)different / all;
    }

    private static double Mean(Frame frame, int x, int y, int part)
    {
        int sum = 0;
        for (int row = y; row < y + Side; row++)
        {
            for (int column = x; column < x + Side; column++)
                sum += frame.Row(row)[4 * column + part];
        }

        return sum / (double)(Side * Side);
    }
}
