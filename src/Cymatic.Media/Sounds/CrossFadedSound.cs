namespace Cymatic.Media;

/// <summary>A sound that goes over into another by gains of equal power.</summary>
/// <remarks>Gains are cos and sin of a quarter turn.</remarks>
internal sealed class CrossFadedSound : AudioClip
{
    private readonly AudioClip _before, _after;
    private readonly long _start, _fade;

    /// <param name="before">Heard until the fade ends.</param>
    /// <param name="after">Heard from the fade's begin on, with its first sample there; of the same rate and channels.</param>
    /// <param name="fade">The sample at which the fade begins, and samples that it takes.</param>
    public CrossFadedSound(AudioClip before, AudioClip after, (long Start, long Samples) fade)
        : base(before.SampleRate, before.Channels, fade.Start + after.Length) =>
            (_before, _after, _start, _fade) = (before, after, fade.Start, fade.Samples);

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        long frames = target.Length / Channels, end = _start + _fade;
        if (firstSample >= end)
            _after.Render(firstSample - _start, target);
        else
            _before.Render(firstSample, target);
        long from = Math.Max(firstSample, _start), to = firstSample + frames;
        if (firstSample >= end || to <= _start)
            return;
        Span<float> changed = target[(int)((from - firstSample) * Channels)..];
        var coming = new float[changed.Length];
        _after.Render(from - _start, coming);
        for (int n = 0; n < changed.Length / Channels; n++)
        {
            var (rise, fall) = Math.SinCos(Math.Min(1, (from + n - _start + 0.5) / _fade) * Math.PI / 2);
            if (from + n >= end)
                (rise, fall) = (1, 0);
            for (int c = n * Channels; c < (n + 1) * Channels; c++)
                changed[c] = (float)(changed[c] * fall + coming[c] * rise);
        }
    }
}
