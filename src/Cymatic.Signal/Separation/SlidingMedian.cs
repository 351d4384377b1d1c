namespace Cymatic.Signal;

/// <summary>
/// A sequence of rows in memory that is a part of a longer one, which is mirrored at its ends (… c b a | a b c … | c b a …).
/// </summary>
/// <param name="at">The first row in memory.</param>
/// <param name="stride">Numbers from a row to the next.</param>
/// <param name="first">Which row of the whole sequence it is.</param>
/// <param name="total">Rows of the whole sequence.</param>
internal readonly unsafe struct MirroredRows(float* at, nint stride, int first, int total)
{
    private readonly float* _at = at;
    private readonly nint _stride = stride;

    /// <summary>The row with that number, which may lie beyond the ends.</summary>
    public float* this[int row]
    {
        get
        {
            if ((uint)row >= (uint)total)
            {
                int period = 2 * total, folded = ((row % period) + period) % period;
                row = folded < total ? folded : period - 1 - folded;
            }

            return _at + ((row - first) * _stride);
        }
    }
}

/// <summary>The median of a window that slides along rows, in many columns at once.</summary>
internal static unsafe class SlidingMedian<TLane>
    where TLane : unmanaged, ILane<TLane, float>
{
    /// <summary>Medians of <paramref name="kernel"/> rows around each row of a range, for a lane of columns.</summary>
    /// <remarks>
    /// The window is kept sorted: the old number is taken out and the new one put in without a branch, one pass over the window.
    /// Numbers must not be NaN: they would never leave.
    /// </remarks>
    public static void Run(MirroredRows x, (int Start, int Count) range, int kernel, Plane y)
    {
        int half = kernel / 2;
        TLane* window = stackalloc TLane[kernel];
        TLane none = TLane.All(float.PositiveInfinity);
        for (int j = 0; j < kernel; j++)
            window[j] = none;
        for (int row = range.Start - half; row <= range.Start + half; row++)
            Replace(window, kernel, none, TLane.Load(x[row]));
        window[half].Store(y[0, 0]);
        for (int i = 1; i < range.Count; i++)
        {
            int row = range.Start + i;
            Replace(window, kernel, TLane.Load(x[row - half - 1]), TLane.Load(x[row + half]));
            window[half].Store(y[i, 0]);
        }
    }

    private static void Replace(TLane* window, int kernel, TLane old, TLane added)
    {
        // Without the old number the window is b[j] = a[j] where that is below it, else a[j + 1]; then
        // the added number pushes those above it up by one: max(b[j − 1], min(b[j], added)).
        TLane before = TLane.All(float.NegativeInfinity), current = window[0];
        for (int j = 0; j < kernel - 1; j++)
        {
            TLane next = window[j + 1], kept = TLane.WhereBelow(old, current, next);
            window[j] = TLane.Max(before, TLane.Min(kept, added));
            before = kept;
            current = next;
        }

        window[kernel - 1] = TLane.Max(before, added);
    }
}
