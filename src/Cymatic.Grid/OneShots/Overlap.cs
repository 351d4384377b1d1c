using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>Arithmetic between a shot and the part of a song that it lies over; what sticks out at either end is left out.</summary>
internal static class Overlap
{
    /// <summary>The samples of a shot of <paramref name="length"/> at <paramref name="start"/> that lie within [from, to).</summary>
    public static (int Skip, int Count) Within(int start, int length, int from, int to)
    {
        int skip = Math.Max(0, from - start);
        return (skip, Math.Max(0, Math.Min(length, to - start) - skip));
    }

    /// <summary>song[start + n] += gain · shot[n].</summary>
    public static void Add(ReadOnlySpan<float> shot, float gain, Span<float> song, int start)
    {
        (int skip, int count) = Within(start, shot.Length, 0, song.Length);
        if (count == 0 || gain == 0)
            return;
        Span<float> place = song.Slice(start + skip, count);
        TensorPrimitives.MultiplyAdd(shot.Slice(skip, count), gain, place, place);
    }

    /// <summary>shot[n] += gain · song[start + n].</summary>
    public static void Gather(ReadOnlySpan<float> song, int start, float gain, Span<float> shot)
    {
        (int skip, int count) = Within(start, shot.Length, 0, song.Length);
        if (count == 0 || gain == 0)
            return;
        Span<float> place = shot.Slice(skip, count);
        TensorPrimitives.MultiplyAdd(song.Slice(start + skip, count), gain, place, place);
    }

    /// <summary>Σ shot[n] song[start + n] and Σ shot[n]² over the samples that lie in the song.</summary>
    public static (double Dot, double Energy) Project(ReadOnlySpan<float> shot, ReadOnlySpan<float> song, int start)
    {
        (int skip, int count) = Within(start, shot.Length, 0, song.Length);
        if (count == 0)
            return (0, 0);
        ReadOnlySpan<float> part = shot.Slice(skip, count);
        return (Dot(part, song.Slice(start + skip, count)), Energy(part));
    }

    /// <summary>Σ a b, in double from block to block.</summary>
    public static double Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        const int block = 4096;
        double sum = 0;
        for (int n = 0; n < a.Length; n += block)
        {
            int count = Math.Min(block, a.Length - n);
            sum += TensorPrimitives.Dot(a.Slice(n, count), b.Slice(n, count));
        }

        return sum;
    }

    /// <summary>Σ a², in double from block to block.</summary>
    public static double Energy(ReadOnlySpan<float> a) => Dot(a, a);
}
