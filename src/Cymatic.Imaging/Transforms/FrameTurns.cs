using System.Runtime.InteropServices;

namespace Cymatic.Imaging;

/// <summary>Mirrored frames, and frames turned by right angles: pixels change their places, never their values.</summary>
public static class FrameTurns
{
    private const int Block = 16;

    /// <summary>Swaps left and right, in place.</summary>
    public static void FlipHorizontally(this Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        for (int y = 0; y < frame.Height; y++)
            frame.PixelRow(y).Reverse();
    }

    /// <summary>Swaps top and bottom, in place.</summary>
    public static void FlipVertically(this Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        for (int y = 0; y < frame.Height / 2; y++)
        {
            Span<uint> upper = frame.PixelRow(y), lower = frame.PixelRow(frame.Height - 1 - y);
            for (int x = 0; x < upper.Length; x++)
                (upper[x], lower[x]) = (lower[x], upper[x]);
        }
    }

    /// <summary>Fills a target with the source turned by right angles.</summary>
    /// <param name="source">The picture.</param>
    /// <param name="target">Another frame; of the source's size for an even number of turns, with sides swapped for an odd one.</param>
    /// <param name="quarterTurns">Right angles, clockwise; any whole number.</param>
    /// <exception cref="ArgumentException">A target of another size, or one frame as both.</exception>
    public static void TurnTo(this Frame source, Frame target, int quarterTurns)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        int turns = quarterTurns & 3;
        var (width, height) = (turns & 1) == 0 ? (source.Width, source.Height) : (source.Height, source.Width);
        if ((target.Width, target.Height) != (width, height))
        {
            throw new ArgumentException(
                $"Turned, the picture has {width}×{height} pixels, not {target.Width}×{target.Height}.", nameof(target));
        }

        if (ReferenceEquals(source, target))
            throw new ArgumentException("A frame cannot be turned onto itself.", nameof(target));
        switch (turns)
        {
            case 0:
                source.CopyTo(target);
                break;
            case 2:
                for (int y = 0; y < height; y++)
                {
                    source.PixelRow(y).CopyTo(target.PixelRow(height - 1 - y));
                    target.PixelRow(height - 1 - y).Reverse();
                }

                break;
            default:
                Quarter(source, target, clockwise: turns == 1);
                break;
        }
    }

    // Blocks, so that the source's columns stay in the cache.
    private static void Quarter(Frame source, Frame target, bool clockwise)
    {
        ReadOnlySpan<uint> from = MemoryMarshal.Cast<byte, uint>(source.Pixels);
        int stride = source.Stride / 4;
        for (int top = 0; top < target.Height; top += Block)
        {
            for (int left = 0; left < target.Width; left += Block)
            {
                int right = Math.Min(left + Block, target.Width), bottom = Math.Min(top + Block, target.Height);
                for (int y = top; y < bottom; y++)
                {
                    Span<uint> row = target.PixelRow(y);
                    int column = clockwise ? y : source.Width - 1 - y;
                    for (int x = left; x < right; x++)
                        row[x] = from[((clockwise ? source.Height - 1 - x : x) * stride) + column];
                }
            }
        }
    }
}
