using Cymatic.Signal;

namespace Cymatic.Media;

/// <summary>More or fewer samples of a sound, made piece by piece by <see cref="Resampler"/>; equal to resampling it at once.</summary>
/// <remarks>
/// A piece begins where an output falls on an input sample, and takes along the inputs that the filter reaches: each output is then the
/// same sum of the same products as in one go.
/// </remarks>
internal sealed class ResampledSound : AudioClip
{
    private const int Wanted = 1 << 15;
    private readonly AudioClip _source;
    private readonly Ratio _step;
    private readonly long _unitIn, _unitOut, _padding;
    private Piece? _last;

    /// <param name="source">The sound.</param>
    /// <param name="step">Input samples for each output sample.</param>
    /// <param name="sampleRate">The new rate.</param>
    /// <param name="length">Samples of the result.</param>
    public ResampledSound(AudioClip source, Ratio step, int sampleRate, long length)
        : base(sampleRate, source.Channels, length)
    {
        (_source, _step) = (source, step);
        // The resampler goes down by more than eight in two stages, whose pieces must fall on the same samples, too.
        long divisor = step.Num > 8L * step.Den ? step.Num / (4L * step.Den) : 1;
        long smallest = Lcm(step.Num, divisor), larger = Math.Max(smallest, smallest / step.Num * step.Den);
        long many = Math.Max(1, Wanted / larger);
        _unitIn = smallest * many;
        _unitOut = _unitIn / step.Num * step.Den;
        // The filters reach less than 100 samples of the lower rate; a whole number of smallest units keeps pieces on the grid.
        long reach = (long)Math.Ceiling(160 * Math.Max(1, (double)step.Num / step.Den));
        _padding = (reach + smallest - 1) / smallest * smallest;
    }

    /// <inheritdoc/>
    public override void Render(long firstSample, Span<float> target)
    {
        target.Clear();
        long from = Math.Max(0, firstSample), to = Math.Min(Length, firstSample + target.Length / Channels);
        for (long index = from / _unitOut; index * _unitOut < to; index++)
        {
            Piece piece = At(index);
            long begin = Math.Max(from, index * _unitOut), end = Math.Min(to, (index + 1) * _unitOut);
            if (begin >= end)
                continue;
            piece.Samples.AsSpan((int)(begin - index * _unitOut) * Channels, (int)(end - begin) * Channels)
                .CopyTo(target[((int)(begin - firstSample) * Channels)..]);
        }
    }

    private Piece At(long index)
    {
        Piece? last = Volatile.Read(ref _last);
        if (last?.Index != index)
        {
            last = new(index, Make(index));
            Volatile.Write(ref _last, last);
        }

        return last!;
    }

    private float[] Make(long index)
    {
        // No further than the sound itself: beyond its ends the resampler, too, sees nothing.
        long first = Math.Max(0, index * _unitIn - _padding), end = Math.Min(_source.Length, (index + 1) * _unitIn + _padding);
        int frames = checked((int)Math.Max(1, end - first)), skip = (int)((index * _unitIn - first) / _step.Num * _step.Den);
        var input = new float[frames * Channels];
        _source.Render(first, input);
        float[][] channels = [.. Enumerable.Range(0, Channels).Select(_ => new float[frames])];
        Interleaving.Split(input, channels, 0);
        Sound output = new([.. channels.Select(channel => Resampler.Resample(channel, _step.Num, _step.Den))], SampleRate);
        var samples = new float[_unitOut * Channels];
        int made = (int)Math.Clamp(output.Length - skip, 0, _unitOut);
        Interleaving.Join(output, Math.Min(skip, output.Length), samples.AsSpan(0, made * Channels));
        return samples;
    }

    private static long Lcm(long a, long b)
    {
        long x = a, y = b;
        while (y != 0)
            (x, y) = (y, x % y);
        return a / x * b;
    }

    private sealed record Piece(long Index, float[] Samples);
}
