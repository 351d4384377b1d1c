namespace Cymatic.Media;

/// <summary>
/// A sound with another number of channels: one is repeated, several become one by their mean, else those missing are silent.
/// </summary>
internal sealed class RoutedSound(AudioClip source, int channels) : AudioClip(source.SampleRate, channels, source.Length)
{
    private const int Block = 4096;

    /// <inheritdoc/>
    internal override (long Head, long Tail) Beyond => source.Beyond;

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target) => Route(source.Render, firstSample, target);

    /// <inheritdoc/>
    internal override void RenderBeyond(long firstSample, Span<float> target) => Route(source.RenderBeyond, firstSample, target);

    private void Route(Reader read, long firstSample, Span<float> target)
    {
        int from = source.Channels, frames = target.Length / Channels;
        var block = new float[Math.Min(frames, Block) * from];
        for (int at = 0; at < frames; at += Block)
        {
            int count = Math.Min(Block, frames - at);
            Span<float> heard = block.AsSpan(0, count * from), part = target.Slice(at * Channels, count * Channels);
            read(firstSample + at, heard);
            if (Channels == 1)
                Interleaving.Mean(heard, from, part);
            else
                Spread(heard, from, part);
        }
    }

    private void Spread(ReadOnlySpan<float> heard, int from, Span<float> part)
    {
        for (int n = 0; n < part.Length / Channels; n++)
        {
            for (int c = 0; c < Channels; c++)
                part[n * Channels + c] = from == 1 ? heard[n] : c < from ? heard[n * from + c] : 0;
        }
    }

    private delegate void Reader(long firstSample, Span<float> target);
}
