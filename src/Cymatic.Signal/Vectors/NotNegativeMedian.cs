using System.Numerics;
using System.Runtime.InteropServices;

namespace Cymatic.Signal;

/// <summary>The median of numbers that are not negative, without sorting or moving them.</summary>
/// <remarks>
/// Floats from 0 up are in the order of their bits, so the bits of an order statistic are found one by one, by counting: 31 passes of
/// vectors.
/// </remarks>
internal static class NotNegativeMedian
{
    private const int HighestBit = 30;

    /// <summary>The middle number, or the mean of the two middle ones; at least one number, none of them negative or NaN.</summary>
    public static float Of(ReadOnlySpan<float> numbers)
    {
        ReadOnlySpan<int> bits = MemoryMarshal.Cast<float, int>(numbers);
        int lower = (numbers.Length - 1) / 2, at = 0;
        for (int bit = HighestBit; bit >= 0; bit--)
        {
            int candidate = at | (1 << bit);
            if (CountBelow(bits, candidate) <= lower)
                at = candidate;
        }

        float middle = BitConverter.Int32BitsToSingle(at);
        if (numbers.Length % 2 == 1 || CountBelow(bits, at + 1) > lower + 1)
            return middle;
        float next = float.PositiveInfinity;
        foreach (float number in numbers)
            next = number > middle && number < next ? number : next;
        return 0.5f * (middle + next);
    }

    private static int CountBelow(ReadOnlySpan<int> numbers, int limit)
    {
        int n = 0, count = 0, lane = Vector<int>.Count;
        Vector<int> limits = new(limit), counts = Vector<int>.Zero;
        for (; n <= numbers.Length - lane; n += lane)
            counts -= Vector.LessThan(new Vector<int>(numbers[n..]), limits);
        for (; n < numbers.Length; n++)
            count += numbers[n] < limit ? 1 : 0;
        return count + Vector.Sum(counts);
    }
}
