using System.Numerics;
using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>Files keep the samples of all channels side by side, a sound keeps each channel apart.</summary>
internal static class Interleaving
{
    /// <summary>Splits frames into channels: <paramref name="channels"/>[c][start + n] = interleaved[n·C + c].</summary>
    public static void Split(ReadOnlySpan<float> interleaved, float[][] channels, int start)
    {
        int frames = interleaved.Length / channels.Length;
        if (channels.Length == 1)
            interleaved.CopyTo(channels[0].AsSpan(start));
        else if (channels.Length == 2)
            SplitPairs(interleaved, channels[0].AsSpan(start, frames), channels[1].AsSpan(start, frames));
        else
        {
            for (int c = 0; c < channels.Length; c++)
            {
                Span<float> channel = channels[c].AsSpan(start, frames);
                for (int n = 0, at = c; n < channel.Length; n++, at += channels.Length)
                    channel[n] = interleaved[at];
            }
        }
    }

    /// <summary>The mean of each frame's samples.</summary>
    public static void Mean(ReadOnlySpan<float> interleaved, int channels, Span<float> mono)
    {
        float scale = 1f / channels;
        for (int n = 0; n < mono.Length; n++)
        {
            float sum = 0;
            foreach (float sample in interleaved.Slice(n * channels, channels))
                sum += sample;
            mono[n] = sum * scale;
        }
    }

    /// <summary>Joins channels into frames: interleaved[n·C + c] = sound[c][start + n].</summary>
    public static void Join(Signal.Sound sound, int start, Span<float> interleaved)
    {
        int count = sound.Channels, frames = interleaved.Length / count;
        if (count == 1)
            sound[0].Slice(start, frames).CopyTo(interleaved);
        else
        {
            for (int c = 0; c < count; c++)
            {
                ReadOnlySpan<float> channel = sound[c].Slice(start, frames);
                for (int n = 0, at = c; n < channel.Length; n++, at += count)
                    interleaved[at] = channel[n];
            }
        }
    }

    // A frame of two floats is one ulong: narrowing keeps its low half, the left sample.
    private static void SplitPairs(ReadOnlySpan<float> interleaved, Span<float> left, Span<float> right)
    {
        ReadOnlySpan<Vector<ulong>> pairs = MemoryMarshal.Cast<float, Vector<ulong>>(interleaved);
        Span<Vector<uint>> lefts = MemoryMarshal.Cast<float, Vector<uint>>(left), rights = MemoryMarshal.Cast<float, Vector<uint>>(right);
        for (int i = 0; i < lefts.Length; i++)
        {
            Vector<ulong> a = pairs[2 * i], b = pairs[2 * i + 1];
            lefts[i] = Vector.Narrow(a, b);
            rights[i] = Vector.Narrow(a >> 32, b >> 32);
        }

        for (int n = lefts.Length * Vector<uint>.Count; n < left.Length; n++)
            (left[n], right[n]) = (interleaved[2 * n], interleaved[2 * n + 1]);
    }
}
