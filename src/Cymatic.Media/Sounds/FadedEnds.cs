namespace Cymatic.Media;

/// <summary>
/// A sound that fades in at its beginning and out at its end, as a sine and a cosine: two that overlap so keep their power.
/// </summary>
internal sealed class FadedEnds(AudioClip source, long fadeIn, long fadeOut) : AudioClip(source.SampleRate, source.Channels, source.Length)
{
    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        source.Render(firstSample, target);
        int frames = target.Length / Channels;
        for (long n = Math.Max(0, firstSample); n < Math.Min(fadeIn, firstSample + frames); n++)
            Scale(target, n - firstSample, Math.Sin((n + 0.5) / fadeIn * Math.PI / 2));
        for (long n = Math.Max(Length - fadeOut, firstSample); n < Math.Min(Length, firstSample + frames) && fadeOut > 0; n++)
            Scale(target, n - firstSample, Math.Sin((Length - n - 0.5) / fadeOut * Math.PI / 2));
    }

    private void Scale(Span<float> target, long frame, double gain)
    {
        foreach (ref float sample in target.Slice((int)frame * Channels, Channels))
            sample *= (float)gain;
    }
}
