namespace Cymatic.Media;

/// <summary>Silence.</summary>
internal sealed class SilentSound(int sampleRate, int channels, long length) : AudioClip(sampleRate, channels, length)
{
    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target) => target.Clear();
}
