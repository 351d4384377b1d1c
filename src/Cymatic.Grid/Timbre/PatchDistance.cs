using System.Numerics;

namespace Cymatic.Grid;

/// <summary>The difference of two patches in dB that is certain, whatever hides behind the sounds that still ring.</summary>
/// <remarks>
/// The root mean square over cells, weighted by their level, of the gap between the two intervals of levels, after the mean difference
/// of the cells known in both is taken away; the smallest over moves of up to two frames.
/// </remarks>
internal static class PatchDistance
{
    private const float MostGainDb = 8, MostGapDb = 20;

    /// <summary>The distance, at most <see cref="MostGapDb"/>.</summary>
    public static float Between(TimbrePatch a, TimbrePatch b)
    {
        int cells = Math.Min(a.Frames, b.Frames) * PatchCutter.Bands, start = PatchCutter.Lead * PatchCutter.Bands;
        float smallest = MostGapDb;
        for (int move = -PatchCutter.Lead; move <= PatchCutter.Lead; move++)
        {
            int moved = start + move * PatchCutter.Bands;
            smallest = Math.Min(smallest, At(
                a.Least.AsSpan(start, cells), a.Most.AsSpan(start, cells), b.Least.AsSpan(moved, cells), b.Most.AsSpan(moved, cells)));
        }

        return smallest;
    }

    private static float At(ReadOnlySpan<float> leastA, ReadOnlySpan<float> mostA, ReadOnlySpan<float> leastB, ReadOnlySpan<float> mostB)
    {
        (float weight, float gain) = Gain(leastA, leastB);
        if (weight <= 0)
            return MostGapDb;
        var shift = new Vector<float>(gain);
        Vector<float> sum = Vector<float>.Zero, most = new(MostGapDb);
        for (int i = 0; i + Vector<float>.Count <= leastA.Length; i += Vector<float>.Count)
        {
            Vector<float> a = new(leastA[i..]), b = new(leastB[i..]);
            Vector<float> gap = Vector.Max(a - new Vector<float>(mostB[i..]) - shift, b + shift - new Vector<float>(mostA[i..]));
            gap = Vector.Min(Vector.Max(gap, Vector<float>.Zero), most);
            sum += Vector.Max(a, b) * gap * gap;
        }

        return MathF.Sqrt(Vector.Sum(sum) / weight);
    }

    /// <summary>The sum of the cells' weights, and the weighted mean difference where both are known.</summary>
    private static (float Weight, float Gain) Gain(ReadOnlySpan<float> leastA, ReadOnlySpan<float> leastB)
    {
        Vector<float> zero = Vector<float>.Zero, weight = zero, known = zero, difference = zero;
        for (int i = 0; i + Vector<float>.Count <= leastA.Length; i += Vector<float>.Count)
        {
            Vector<float> a = new(leastA[i..]), b = new(leastB[i..]), louder = Vector.Max(a, b);
            weight += louder;
            Vector<float> both = Vector.ConditionalSelect(Vector.GreaterThan(Vector.Min(a, b), zero), louder, zero);
            known += both;
            difference += both * (a - b);
        }

        float total = Vector.Sum(known);
        return (Vector.Sum(weight), total > 0 ? Math.Clamp(Vector.Sum(difference) / total, -MostGainDb, MostGainDb) : 0);
    }
}
