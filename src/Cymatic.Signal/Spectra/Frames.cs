namespace Cymatic.Signal;

/// <summary>Stretches of samples that may begin before a sound and end behind it.</summary>
internal static class Frames
{
    /// <summary>Fills the target with samples from a place on.</summary>
    public static void Copy(ReadOnlySpan<float> samples, long start, Span<float> target, FrameEdges edges)
    {
        (int from, int to) = Inside(samples.Length, start, target.Length);
        for (int n = 0; n < from; n++)
            target[n] = Beyond(samples, start + n, edges);
        if (to > from)
            samples.Slice((int)(start + from), to - from).CopyTo(target[from..to]);
        for (int n = to; n < target.Length; n++)
            target[n] = Beyond(samples, start + n, edges);
    }

    /// <summary>Fills the target with samples from a place on; what lies outside them is silence.</summary>
    public static void Copy<T>(ReadOnlySpan<T> samples, long start, Span<T> target)
    {
        (int from, int to) = Inside(samples.Length, start, target.Length);
        target[..from].Clear();
        target[to..].Clear();
        if (to > from)
            samples.Slice((int)(start + from), to - from).CopyTo(target[from..to]);
    }

    /// <summary>Writes samples that begin at a place over those of a target that begins at another, where both are.</summary>
    public static void Overlay<T>(ReadOnlySpan<T> samples, long place, long start, Span<T> target)
    {
        long from = Math.Max(place, start), to = Math.Min(place + samples.Length, start + target.Length);
        if (to > from)
            samples.Slice((int)(from - place), (int)(to - from)).CopyTo(target[(int)(from - start)..]);
    }

    /// <summary>Which part of a stretch that begins at a place lies inside samples; empty ones may lie at either end.</summary>
    public static (int From, int To) Inside(int samples, long start, int length)
    {
        int from = (int)Math.Clamp(-start, 0, length);
        return (from, (int)Math.Clamp(samples - start, from, length));
    }

    /// <summary>The sample at a place outside.</summary>
    public static float Beyond(ReadOnlySpan<float> samples, long at, FrameEdges edges)
    {
        if (samples.IsEmpty || edges == FrameEdges.Silence)
            return 0;
        if (edges == FrameEdges.Edge || samples.Length == 1)
            return at < 0 ? samples[0] : samples[^1];
        long period = 2 * (samples.Length - 1L), place = ((at % period) + period) % period;
        return samples[(int)Math.Min(place, period - place)];
    }
}
