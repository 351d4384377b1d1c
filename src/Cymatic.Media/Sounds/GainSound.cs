using System.Numerics.Tensors;

namespace Cymatic.Media;

/// <summary>A sound times a gain that may change from sample to sample.</summary>
/// <param name="source">The sound.</param>
/// <param name="gain">The factor for each sample, by its number.</param>
/// <param name="changing">Whether it changes in a block: from a sample on, so many samples.</param>
internal sealed class GainSound(AudioClip source, Func<long, double> gain, Func<long, int, bool> changing)
    : AudioClip(source.SampleRate, source.Channels, source.Length)
{
    /// <inheritdoc/>
    internal override (long Head, long Tail) Beyond => source.Beyond;

    /// <summary>A sound times one factor, which is asked for when it is first heard.</summary>
    public static GainSound Constant(AudioClip source, Func<double> gain)
    {
        var once = new Lazy<double>(gain);
        return new GainSound(source, _ => once.Value, (_, _) => false);
    }

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        source.Render(firstSample, target);
        Scale(firstSample, target);
    }

    /// <inheritdoc/>
    internal override void RenderBeyond(long firstSample, Span<float> target)
    {
        source.RenderBeyond(firstSample, target);
        Scale(firstSample, target);
    }

    private void Scale(long firstSample, Span<float> target)
    {
        int frames = target.Length / Channels;
        if (!changing(firstSample, frames))
        {
            float factor = (float)gain(firstSample);
            if (factor != 1)
                TensorPrimitives.Multiply(target, factor, target);
            return;
        }

        for (int n = 0; n < frames; n++)
        {
            float factor = (float)gain(firstSample + n);
            foreach (ref float sample in target.Slice(n * Channels, Channels))
                sample *= factor;
        }
    }
}
