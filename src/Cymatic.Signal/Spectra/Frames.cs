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
}
