using System.Numerics.Tensors;

namespace Cymatic.Media;

/// <summary>A sound in a mix, and the sample at which it begins.</summary>
internal readonly record struct MixedPart(AudioClip Clip, long Start);

/// <summary>Sounds at the same time, each from its own sample on: their sum.</summary>
internal sealed class MixedSound : AudioClip
{
    private const int Block = 4096;
    private readonly MixedPart[] _parts;

    /// <param name="parts">At least one; all of one rate and number of channels.</param>
    /// <param name="length">Samples of the mix.</param>
    public MixedSound(MixedPart[] parts, long length)
        : base(parts[0].Clip.SampleRate, parts[0].Clip.Channels, length) => _parts = parts;

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        target.Clear();
        long from = Math.Max(0, firstSample), to = Math.Min(Length, firstSample + target.Length / Channels);
        if (from >= to)
            return;
        var heard = new float[(int)Math.Min(Block, to - from) * Channels];
        foreach (MixedPart part in _parts)
        {
            long end = part.Clip.Length > long.MaxValue - Math.Max(0, part.Start) ? long.MaxValue : part.Start + part.Clip.Length;
            for (long at = Math.Max(from, part.Start); at < Math.Min(to, end); at += Block)
            {
                int count = (int)Math.Min(Block, Math.Min(to, end) - at) * Channels;
                Span<float> sum = target.Slice((int)(at - firstSample) * Channels, count);
                part.Clip.Render(at - part.Start, heard.AsSpan(0, count));
                TensorPrimitives.Add(sum, heard.AsSpan(0, count), sum);
            }
        }
    }
}
