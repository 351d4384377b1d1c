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

    /// <summary>Writes a sound that comes in blocks at the rate of the analysis; how many samples came.</summary>
    /// <param name="path">The table.</param>
    /// <param name="decode">Gives the blocks.</param>
    /// <param name="hearing">Hears them as they are written.</param>
    public static long Write(string path, Action<SampleSink> decode, EarlyHearing? hearing = null)
    {
        using var writer = new NpyWriter<Half>(path, 1);
        Half[] halves = [];
        decode(samples =>
        {
            if (halves.Length < samples.Length)
                halves = new Half[samples.Length];
            TensorPrimitives.ConvertToHalf(samples, halves);
            writer.Write(halves.AsSpan(0, samples.Length));
            hearing?.Take(halves.AsSpan(0, samples.Length));
        });
        writer.Commit();
        return writer.Rows;
    }
}
