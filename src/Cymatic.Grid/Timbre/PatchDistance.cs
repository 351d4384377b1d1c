using System.Numerics;

namespace Cymatic.Grid;

/// <summary>The difference of two patches in dB that is certain, whatever hides behind the sounds that still ring.</summary>
/// <remarks>
/// The root mean square over cells, weighted by their level, of the gap between the two intervals of levels, after the mean difference
/// of the cells known in both is taken away (as they lie); the smallest over moves of up to two frames.
/// </remarks>
internal static class PatchDistance
{
    private const float MostGainDb = 8, MostGapDb = 20;

    /// <summary>The distance, at most <see cref="MostGapDb"/>.</summary>
    public static float Between(TimbrePatch a, TimbrePatch b)
    {
        int cells = Math.Min(a.Frames, b.Frames) * PatchCutter.Bands, start = PatchCutter.Lead * PatchCutter.Bands;
        float gain = Gain(a.Least.AsSpan(start, cells), b.Least.AsSpan(start, cells)), smallest = MostGapDb;
        for (int move = -PatchCutter.Lead; move <= PatchCutter.Lead; move++)
        {
            int moved = start + move * PatchCutter.Bands;
            smallest = Math.Min(smallest, At(
                new Interval(a.Least.AsSpan(start, cells), a.Most.AsSpan(start, cells)),
                new Interval(b.Least.AsSpan(moved, cells), b.Most.AsSpan(moved, cells)),
                gain));
        }

        return smallest;
    }

    private static float At(Interval a, Interval b, float gain)
    {
        Vector<float> sum = Vector<float>.Zero, weight = sum, shift = new(gain), widest = new(MostGapDb);
        for (int i = 0; i + Vector<float>.Count <= a.Least.Length; i += Vector<float>.Count)
        {
            Vector<float> x = new(a.Least[i..]), y = new(b.Least[i..]), louder = Vector.Max(x, y);
            Vector<float> gap = Vector.Max(x - new Vector<float>(b.Most[i..]) - shift, y + shift - new Vector<float>(a.Most[i..]));
            gap = Vector.Min(Vector.Max(gap, Vector<float>.Zero), widest);
            weight += louder;
            sum += louder * gap * gap;
        }

        float total = Vector.Sum(weight);
        return total > 0 ? MathF.Sqrt(Vector.Sum(sum) / total) : MostGapDb;
    }

    /// <summary>The weighted mean difference of the cells that are known in both.</summary>
    private static float Gain(ReadOnlySpan<float> leastA, ReadOnlySpan<float> leastB)
    {
        Vector<float> zero = Vector<float>.Zero, known = zero, difference = zero;
        for (int i = 0; i + Vector<float>.Count <= leastA.Length; i += Vector<float>.Count)
        {
            Vector<float> a = new(leastA[i..]), b = new(leastB[i..]);
            Vector<float> both = Vector.ConditionalSelect(Vector.GreaterThan(Vector.Min(a, b), zero), Vector.Max(a, b), zero);
            known += both;
            difference += both * (a - b);
        }

        float total = Vector.Sum(known);
        return total > 0 ? Math.Clamp(Vector.Sum(difference) / total, -MostGainDb, MostGainDb) : 0;
    }

    /// <summary>Levels that cells have at least, and at most.</summary>
    private readonly ref struct Interval(ReadOnlySpan<float> least, ReadOnlySpan<float> most)
    {
        public readonly ReadOnlySpan<float> Least = least, Most = most;
    }
}
