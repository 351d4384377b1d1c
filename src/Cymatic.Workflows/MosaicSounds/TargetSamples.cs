using Cymatic.Media;
using Cymatic.Mosaic;

namespace Cymatic.Workflows;

/// <summary>The target as the only source.</summary>
internal sealed class TargetSamples(AudioClip target) : ISourceSamples
{
    /// <inheritdoc/>
    public int SampleRate => target.SampleRate;

    /// <inheritdoc/>
    public int Channels => target.Channels;

    /// <inheritdoc/>
    public void Read(int source, long firstSample, Span<float> samples) => target.Render(firstSample, samples);
}
