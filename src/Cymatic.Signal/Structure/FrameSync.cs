using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>How frames become one.</summary>
public enum Aggregate
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their median, the mean of the two middle ones when there is an even number.</summary>
    Median,

    /// <summary>Their largest.</summary>
    Largest,
}

/// <summary>Frames between boundaries, such as beats, become one.</summary>
/// <remarks>Equals librosa 0.11's util.sync and util.fix_frames.</remarks>
public static class FrameSync
{
    /// <summary>Sorted boundaries without doubles from 0 to the end, those beyond moved there.</summary>
    /// <param name="boundaries">Frame numbers in any order.</param>
    /// <param name="frames">The end.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative boundary or end.</exception>
    public static int[] Fix(IEnumerable<int> boundaries, int frames)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        ArgumentOutOfRangeException.ThrowIfNegative(frames);
        var all = new SortedSet<int> { 0, frames };
        foreach (int boundary in boundaries)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(boundary, nameof(boundaries));
            all.Add(Math.Min(boundary, frames));
        }

        return [.. all];
    }

    /// <summary>One row for the frames between each two boundaries; 0 and the end are added to them.</summary>
    /// <param name="frames">Frames × features.</param>
    /// <param name="boundaries">Frame numbers.</param>
    /// <param name="how">Mean or median.</param>
    /// <exception cref="ArgumentException">There is no frame, or a number is not finite.</exception>
    public static DenseMatrix Run(DenseMatrix frames, IEnumerable<int> boundaries, Aggregate how = Aggregate.Mean)
    {
        ArgumentNullException.ThrowIfNull(frames);
        frames.Check(nameof(frames));
        int[] edges = Fix(boundaries, frames.Rows);
        int columns = frames.Columns;
        var values = new float[(edges.Length - 1) * columns];
        FrameLoop.Run(edges.Length - 1, (start, count) =>
        {
            for (int i = start; i < start + count; i++)
                Merge(frames, (edges[i], edges[i + 1]), how, values.AsSpan(i * columns, columns));
        });
        return new(values, columns);
    }

    private static void Merge(DenseMatrix frames, (int From, int To) range, Aggregate how, Span<float> target)
    {
        if (how == Aggregate.Median)
        {
            Median(frames, range, target);
            return;
        }

        frames[range.From].CopyTo(target);
        for (int frame = range.From + 1; frame < range.To; frame++)
        {
            if (how == Aggregate.Mean)
                TensorPrimitives.Add(target, frames[frame], target);
            else
                TensorPrimitives.Max(target, frames[frame], target);
        }

        if (how == Aggregate.Mean)
            TensorPrimitives.Divide(target, range.To - range.From, target);
    }

    /// <summary>Sorts as many columns at once as a vector takes, by insertion; the last vector overlaps the one before.</summary>
    private static void Median(DenseMatrix frames, (int From, int To) range, Span<float> target)
    {
        int count = range.To - range.From, lane = Vector<float>.Count, columns = target.Length;
        float[] column = new float[count];
        var sorted = new Vector<float>[count];
        int left = 0;
        for (; columns >= lane && left < columns; left += lane)
        {
            int at = Math.Min(left, columns - lane);
            for (int n = 0; n < count; n++)
            {
                var x = new Vector<float>(frames.Values, ((range.From + n) * columns) + at);
                for (int k = 0; k < n; k++)
                    (sorted[k], x) = (Vector.Min(sorted[k], x), Vector.Max(sorted[k], x));
                sorted[n] = x;
            }

            ((sorted[(count - 1) / 2] + sorted[count / 2]) * 0.5f).CopyTo(target[at..]);
        }

        for (; left < columns; left++)
        {
            for (int n = 0; n < count; n++)
                column[n] = frames[range.From + n, left];
            Array.Sort(column);
            target[left] = 0.5f * (column[(count - 1) / 2] + column[count / 2]);
        }
    }
}
