using Cymatic.Media;
using Cymatic.Signal;

namespace Cymatic.Workflows;

/// <summary>The mel bands of a sound of any length, frame by frame, in little memory.</summary>
internal static class MelFrames
{
    private const int BlockFrames = 1 << 14;

    /// <summary>Gives the power of each band in each frame of about 43 ms, half overlapped, of the mean of the channels.</summary>
    public static void Read(AudioClip clip, int bands, BandHandler handler, WorkflowJob job)
    {
        int length = FftLength(clip.SampleRate);
        var options = new StftOptions { FftLength = length, HopLength = length / 2 };
        var mel = new RunningMel(clip.SampleRate, options, new MelOptions { Bands = bands });
        AudioClip mono = clip.With(new ToMono());
        var block = new float[BlockFrames];
        for (long at = 0; at < mono.Length; at += BlockFrames)
        {
            job.Cancel.ThrowIfCancellationRequested();
            Span<float> part = block.AsSpan(0, (int)Math.Min(BlockFrames, mono.Length - at));
            mono.Render(at, part);
            mel.Push(part, handler);
            job.Report((double)at / mono.Length);
        }

        mel.Complete(handler);
    }

    /// <summary>Number of frames that <see cref="Read"/> gives, to one or two.</summary>
    public static long CountOf(AudioClip clip) => clip.Length / (FftLength(clip.SampleRate) / 2) + 1;

    private static int FftLength(int sampleRate) =>
        (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, sampleRate / 31));
}
