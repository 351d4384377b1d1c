using System.Numerics.Tensors;
using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>The loudest sample of a sound.</summary>
internal static class Peaks
{
    private const int BlockFrames = 1 << 15;

    /// <summary>The largest magnitude of any sample; the sound is read once, block by block.</summary>
    public static float Of(AudioClip clip, WorkflowJob job)
    {
        float peak = 0;
        var block = new float[BlockFrames * clip.Channels];
        for (long at = 0; at < clip.Length; at += BlockFrames)
        {
            job.Cancel.ThrowIfCancellationRequested();
            Span<float> part = block.AsSpan(0, (int)Math.Min(BlockFrames, clip.Length - at) * clip.Channels);
            clip.Render(at, part);
            peak = Math.Max(peak, Math.Abs(TensorPrimitives.MaxMagnitude<float>(part)));
            job.Report((double)at / clip.Length);
        }

        return peak;
    }
}
