namespace Cymatic.Signal;

/// <summary>Samples with others before and behind them, as if they lay in one piece.</summary>
internal readonly ref struct ExtendedSamples<T>(ReadOnlySpan<T> samples)
    where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _samples = samples;

    private ReadOnlySpan<T> Before { get; init; }

    private ReadOnlySpan<T> After { get; init; }

    /// <summary>Samples that a padding extends by as many on both sides.</summary>
    /// <param name="samples">More than <paramref name="edge"/> of them.</param>
    /// <param name="padding">What lies beyond the ends.</param>
    /// <param name="edge">How many on each side.</param>
    public static ExtendedSamples<T> Of(ReadOnlySpan<T> samples, EdgePadding padding, int edge) => new(samples)
    {
        Before = padding.Extend(samples[..Math.Min(samples.Length, edge + 1)], edge, 0).AsSpan(0, edge),
        After = padding.Extend(samples[^Math.Min(samples.Length, edge + 1)..], 0, edge).AsSpan(Math.Min(samples.Length, edge + 1)),
    };

    /// <summary>Fills the target from a place on, which counts from the first of all; zeros lie beyond them.</summary>
    public void Copy(long start, Span<T> target)
    {
        Frames.Copy(_samples, start - Before.Length, target);
        Frames.Overlay(Before, 0, start, target);
        Frames.Overlay(After, Before.Length + (long)_samples.Length, start, target);
    }
}
