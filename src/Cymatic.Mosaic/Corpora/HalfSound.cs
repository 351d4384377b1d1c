using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>A sound as it is kept: one channel at the rate of the analysis, samples of 16 bits in floating point.</summary>
/// <remarks>Half precision has 66 dB at every level, so that a unit's noise does not depend on how loud it is.</remarks>
internal static class HalfSound
{
    /// <summary>The mean of a sound's channels.</summary>
    public static MemoryTable<Half> Of(Sound sound, CancellationToken cancel)
    {
        Sound mono = Resampler.Resample(sound.ToMono(), Analysis.SampleRate, cancel: cancel);
        var samples = new Half[mono.Length];
        TensorPrimitives.ConvertToHalf(mono[0], samples);
        return new(samples, 1);
    }
}
