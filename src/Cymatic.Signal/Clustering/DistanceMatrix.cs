namespace Cymatic.Signal;

/// <summary>Symmetric distances between things, each pair stored once.</summary>
public sealed class DistanceMatrix
{
    private readonly float[] _pairs;

    /// <summary>Wraps the distances of the pairs (0,1), (0,2) … (0,n−1), (1,2) …, without copying.</summary>
    /// <param name="condensed">n(n−1)/2 distances, none of them NaN.</param>
    /// <param name="count">Number of things n, at least 1.</param>
    /// <exception cref="ArgumentException">Another number of distances, or NaN.</exception>
    public DistanceMatrix(float[] condensed, int count)
    {
        ArgumentNullException.ThrowIfNull(condensed);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (condensed.LongLength != (long)count * (count - 1) / 2)
            throw new ArgumentException(
                $"{count} things have {(long)count * (count - 1) / 2} distances, not {condensed.Length}.", nameof(condensed));
        if (System.Numerics.Tensors.TensorPrimitives.IsNaNAny<float>(condensed))
            throw new ArgumentException("A distance is NaN.", nameof(condensed));
        (_pairs, Count) = (condensed, count);
    }

    /// <summary>Number of things.</summary>
    public int Count { get; }

    /// <summary>The distances of the pairs (0,1), (0,2) … (1,2) …</summary>
    public ReadOnlySpan<float> Condensed => _pairs;

    /// <summary>The distance of two things; 0 from a thing to itself.</summary>
    public float this[int i, int j] => i == j ? 0 : _pairs[Index(i, j)];

    /// <summary>Asks for every pair i &lt; j once.</summary>
    public static DistanceMatrix Of(int count, Func<int, int, float> distance)
    {
        ArgumentNullException.ThrowIfNull(distance);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var pairs = new float[checked((int)((long)count * (count - 1) / 2))];
        int pair = 0;
        for (int i = 0; i < count; i++)
        {
            for (int j = i + 1; j < count; j++)
                pairs[pair++] = distance(i, j);
        }

        return new DistanceMatrix(pairs, count);
    }

    /// <summary>The distances among some of the things, in the given order.</summary>
    public DistanceMatrix Among(IReadOnlyList<int> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        return Of(chosen.Count, (i, j) => this[chosen[i], chosen[j]]);
    }

    private int Index(int i, int j)
    {
        (int low, int high) = i < j ? (i, j) : (j, i);
        return (int)((long)low * (2 * Count - low - 1) / 2) + high - low - 1;
    }
}
