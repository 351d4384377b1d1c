namespace Cymatic.Mosaic.Tests;

/// <summary>Sources that lie in arrays, of one channel.</summary>
internal sealed class ArraySamples(int sampleRate, params float[][] sources) : ISourceSamples
{
    public int SampleRate => sampleRate;

    public int Channels => 1;

    public void Read(int source, long firstSample, Span<float> target)
    {
        for (int i = 0; i < target.Length; i++)
            target[i] = firstSample + i >= 0 && firstSample + i < sources[source].Length ? sources[source][firstSample + i] : 0;
    }
}
