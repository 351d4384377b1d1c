namespace Cymatic.Signal;

/// <summary>Raises high frequencies before an analysis, and takes that back.</summary>
/// <remarks>Equals librosa 0.11's effects.preemphasis and effects.deemphasis: before the first sample the sound goes on in a straight
/// line.</remarks>
public static class Emphasis
{
    /// <summary>y[n] = x[n] − coefficient · x[n − 1] in each channel; the first is 3 x[0] − x[1].</summary>
    /// <param name="sound">At least two samples.</param>
    /// <param name="coefficient">From 0 to 1.</param>
    /// <exception cref="ArgumentException">Fewer than two samples, or one that is not finite.</exception>
    public static Sound Raise(Sound sound, double coefficient = 0.97) => Each(sound, coefficient, (x, y) =>
    {
        float c = (float)coefficient;
        y[0] = x[0] + (2 * x[0]) - x[1];
        for (int n = 1; n < x.Length; n++)
            y[n] = x[n] - (c * x[n - 1]);
    });

    /// <summary>The inverse of <see cref="Raise"/>.</summary>
    /// <inheritdoc cref="Raise"/>
    public static Sound Lower(Sound sound, double coefficient = 0.97) => Each(sound, coefficient, (x, y) =>
    {
        double last = 0, extra = (((2 - coefficient) * x[0]) - x[1]) / (3 - coefficient);
        for (int n = 0; n < x.Length; n++)
        {
            last = x[n] + (coefficient * last);
            y[n] = (float)(last - extra);
            extra *= coefficient;
        }
    });

    private delegate void Filter(ReadOnlySpan<float> x, Span<float> y);

    private static Sound Each(Sound sound, double coefficient, Filter filter)
    {
        ArgumentNullException.ThrowIfNull(sound);
        sound.Check(nameof(sound), 2);
        if (coefficient is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(coefficient), coefficient, "The coefficient must lie from 0 to 1.");
        var channels = new float[sound.Channels][];
        for (int channel = 0; channel < channels.Length; channel++)
            filter(sound[channel], channels[channel] = new float[sound.Length]);
        return new(channels, sound.SampleRate);
    }
}
