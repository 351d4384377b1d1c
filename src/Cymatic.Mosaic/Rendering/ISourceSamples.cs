namespace Cymatic.Mosaic;

/// <summary>The sound of a plan's sources, at one rate and with one number of channels.</summary>
/// <remarks>May be read by several threads at once, anywhere in any order.</remarks>
public interface ISourceSamples
{
    /// <summary>Samples per second and channel.</summary>
    int SampleRate { get; }

    /// <summary>Number of channels.</summary>
    int Channels { get; }

    /// <summary>Fills a span with a source's samples, channels side by side; silence before the first and after the last.</summary>
    /// <param name="source">An index into <see cref="MosaicPlan.Sources"/>.</param>
    /// <param name="firstSample">Number of the first sample; may be negative.</param>
    /// <param name="target">All of it is filled.</param>
    void Read(int source, long firstSample, Span<float> target);
}
