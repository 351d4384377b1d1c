using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>Fills a target pixel by pixel from the positions in the source that a map leads back to.</summary>
internal static unsafe class AffineSampling
{
    private const double One = 4294967296.0;

    // Farther out nothing is seen, and beyond such steps at most one pixel; with these limits no sum overflows.
    private const double Far = 1e8, LongestStep = 4e4;

    /// <summary>Fills the target.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another frame.</param>
    /// <param name="back">From target to source.</param>
    public static void Fill<TSampler>(Frame source, Frame target, AffineMap back)
        where TSampler : IPixelSampler
    {
        // Positions have 32 binary digits after the point: across a row no rounding adds up to a visible move.
        long stepX = Fixed(Math.Clamp(back.Xx, -LongestStep, LongestStep));
        long stepY = Fixed(Math.Clamp(back.Yx, -LongestStep, LongestStep));
        for (int row = 0; row < target.Height; row++)
        {
            double y = row + 0.5;
            long atX = Fixed((back.Xx * 0.5) + (back.Xy * y) + back.X0 + TSampler.Shift);
            long atY = Fixed((back.Yx * 0.5) + (back.Yy * y) + back.Y0 + TSampler.Shift);
            // Half of 1/256 pixel: positions are rounded, not cut.
            FillRow<TSampler>(source, target.PixelRow(row), (atX + (1L << 23), atY + (1L << 23)), (stepX, stepY));
        }
    }

    private static void FillRow<TSampler>(Frame source, Span<uint> row, (long X, long Y) at, (long X, long Y) step)
        where TSampler : IPixelSampler
    {
        byte* pixels = (byte*)source.Pointer;
        nint stride = source.Stride;
        int insideX = source.Width - TSampler.Size + 1, insideY = source.Height - TSampler.Size + 1;
        var (atX, atY) = at;
        for (int i = 0; i < row.Length; i++, atX += step.X, atY += step.Y)
        {
            int x = (int)(atX >> 32) - TSampler.Before, y = (int)(atY >> 32) - TSampler.Before;
            var fraction = ((int)(atX >> 24) & 255, (int)(atY >> 24) & 255);
            if (x >= 0 && y >= 0 && x < insideX && y < insideY)
                row[i] = TSampler.At(pixels + (y * stride) + (x * 4), stride, fraction);
            else if (x <= -TSampler.Size || y <= -TSampler.Size || x >= source.Width || y >= source.Height)
                row[i] = 0;
            else
                row[i] = AtEdge<TSampler>(source, x, y, fraction);
        }
    }

    // What lies outside is transparent.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint AtEdge<TSampler>(Frame source, int x, int y, (int X, int Y) fraction)
        where TSampler : IPixelSampler
    {
        uint* patch = stackalloc uint[16];
        for (int row = 0; row < TSampler.Size; row++)
        {
            bool exists = (uint)(y + row) < (uint)source.Height;
            for (int column = 0; column < TSampler.Size; column++)
                patch[(4 * row) + column] = exists && (uint)(x + column) < (uint)source.Width ? source.PixelRow(y + row)[x + column] : 0;
        }

        return TSampler.At((byte*)patch, 16, fraction);
    }

    private static long Fixed(double position) => (long)Math.Round(Math.Clamp(position, -Far, Far) * One);
}
