namespace Cymatic.Signal;

/// <summary>Stretches of samples that may begin before a sound and end behind it.</summary>
internal static class Frames
{
    /// <summary>Fills the target with samples from a place on; what lies outside them is silence.</summary>
    public static void Copy<T>(ReadOnlySpan<T> samples, long start, Span<T> target)
    {
        int from = (int)Math.Clamp(-start, 0, target.Length), to = (int)Math.Clamp(samples.Length - start, from, target.Length);
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
}
