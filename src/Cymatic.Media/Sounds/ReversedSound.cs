using System.Runtime.InteropServices;

namespace Cymatic.Media;

/// <summary>A sound from its last sample to its first.</summary>
internal sealed class ReversedSound(AudioClip source) : AudioClip(source.SampleRate, source.Channels, source.Length)
{
    /// <inheritdoc/>
    internal override (long Head, long Tail) Beyond => (source.Beyond.Tail, source.Beyond.Head);

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        source.Render(Mirrored(firstSample, target), target);
        Turn(target);
    }

    /// <inheritdoc/>
    internal override void RenderBeyond(long firstSample, Span<float> target)
    {
        source.RenderBeyond(Mirrored(firstSample, target), target);
        Turn(target);
    }

    private long Mirrored(long firstSample, Span<float> target) => Length - firstSample - target.Length / Channels;

    private void Turn(Span<float> samples)
    {
        if (Channels == 2)
        {
            MemoryMarshal.Cast<float, ulong>(samples).Reverse();
            return;
        }

        samples.Reverse();
        if (Channels > 1)
        {
            for (int at = 0; at < samples.Length; at += Channels)
                samples.Slice(at, Channels).Reverse();
        }
    }
}
