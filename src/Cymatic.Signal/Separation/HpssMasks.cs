using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>The masks that cut a spectrogram into harmonic and percussive parts.</summary>
internal sealed class HpssMasks(HpssOptions options, int bins)
{
    /// <summary>Frames before and behind that the median over time looks at.</summary>
    public int Context => options.KernelFrames / 2;

    /// <summary>Masks for some frames of a block of magnitudes; the block also holds <see cref="Context"/> frames around them.</summary>
    public void Fill(FrameBlock magnitudes, (int Start, int Count) frames, Span<float> harmonic, Span<float> percussive)
    {
        MedianFilter.AlongFrames(magnitudes, frames, options.KernelFrames, harmonic);
        MedianFilter.AlongBins(magnitudes, frames, options.KernelBins, percussive);
        for (int frame = 0; frame < frames.Count; frame++)
            Weigh(harmonic.Slice(frame * bins, bins), percussive.Slice(frame * bins, bins));
    }

    /// <summary>From medians to masks, in place.</summary>
    private void Weigh(Span<float> harmonic, Span<float> percussive)
    {
        bool complete = options.HarmonicMargin == 1 && options.PercussiveMargin == 1;
        float silence = complete ? 0.5f : 0;
        using var scratch = new Rented<float>(3 * bins);
        Span<float> lasting = scratch.Span[..bins], striking = scratch.Span.Slice(bins, bins), limit = scratch.Span[(2 * bins)..];
        harmonic.CopyTo(lasting);
        percussive.CopyTo(striking);
        TensorPrimitives.Multiply(striking, (float)options.HarmonicMargin, limit);
        SoftMask.Fill(lasting, limit, options.Power, silence, harmonic);
        TensorPrimitives.Multiply(lasting, (float)options.PercussiveMargin, limit);
        SoftMask.Fill(striking, limit, options.Power, silence, percussive);
    }
}
