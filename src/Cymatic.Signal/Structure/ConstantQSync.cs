using System.Numerics;
using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Constant-Q levels between boundaries of a song, and the magnitudes themselves as fine as a picture needs them.</summary>
/// <param name="Levels">Parts × bands: the median level of each part in dB, from −80 to the 0 of the song's loudest number.</param>
/// <param name="Overview">Magnitudes of at most <see cref="MostFrames"/> frames: of longer songs root mean squares of several.</param>
internal sealed record ConstantQSync(DenseMatrix Levels, Spectrogram Overview)
{
    /// <summary>Frames of an overview at most.</summary>
    public const int MostFrames = 8192;

    // A song is transformed in chunks, so that memory does not grow with its length; the longest filter and the resamplers before it
    // reach less far than the margin around a chunk. Chunks begin at whole hops of the lowest octave.
    private const int ChunkFrames = 8192, MarginFrames = 192;
    private const float RangeDb = 80;

    /// <summary>The levels of the parts between edges.</summary>
    /// <param name="song">One channel.</param>
    /// <param name="edges">Frames that do not fall, from 0 to the number of frames.</param>
    /// <param name="progress">The fraction that is done.</param>
    /// <param name="cancel">Ends the work.</param>
    public static ConstantQSync Of(Sound song, int[] edges, IProgress<double>? progress, CancellationToken cancel)
    {
        CqtOptions options = new() { PerOctave = 36, Bands = 252 };
        int bands = options.Bands, frames = edges[^1], group = (frames + MostFrames - 1) / MostFrames;
        float[] low = new float[(edges.Length - 1) * bands], high = new float[low.Length];
        float[] powers = new float[(frames + group - 1) / group * bands];
        float loudest = 0;
        for (int part = 0; part < edges.Length - 1;)
        {
            int last = part + 1;
            while (last < edges.Length - 1 && edges[last + 1] - edges[part] <= ChunkFrames)
                last++;
            int first = Math.Max(0, edges[part] - MarginFrames), from = first * options.HopLength;
            int to = (int)Math.Min(song.Length, ((long)edges[last] + MarginFrames) * options.HopLength);
            Sound chunk = from == 0 && to == song.Length ? song : song.Slice(from, to - from);
            Spectrogram magnitudes = Cqt.Magnitude(chunk, options, cancel);
            loudest = Math.Max(loudest, TensorPrimitives.Max(magnitudes.Values.AsSpan(
                (edges[part] - first) * bands, (edges[last] - edges[part]) * bands)));
            Medians(magnitudes, (first, part, last), edges, (low, high));
            Gather(magnitudes, (first, edges[part], edges[last]), group, powers);
            progress?.Report((double)edges[last] / frames);
            part = last;
        }

        TensorPrimitives.Divide(powers, group, powers);
        TensorPrimitives.Sqrt<float>(powers, powers);
        var grid = new FrameGrid(song.SampleRate, options.HopLength * group, (group - 1) * 0.5 * options.HopLength / song.SampleRate);
        return new(Leveled(low, high, loudest, bands), new(powers, options.Frequencies(), grid));
    }

    // Levels rise with magnitudes, so the middle magnitudes of a part have its middle levels: only those become levels.
    private static DenseMatrix Leveled(float[] low, float[] high, float loudest, int bands)
    {
        foreach (float[] middle in new[] { low, high })
        {
            Decibels.FromAmplitude(middle, middle, reference: loudest, rangeDb: null);
            TensorPrimitives.Max(middle, -RangeDb, middle);
        }

        TensorPrimitives.Add(low, high, low);
        TensorPrimitives.Multiply(low, 0.5f, low);
        return new(low, bands);
    }

    private static void Medians(
        Spectrogram magnitudes, (int First, int From, int To) parts, int[] edges, (float[] Low, float[] High) target)
    {
        int bands = magnitudes.Bins;
        FrameLoop.Run(parts.To - parts.From, (start, count) =>
        {
            for (int part = parts.From + start; part < parts.From + start + count; part++)
            {
                // A part of no frame, of a beat with fewer frames than parts, is like the frame where it begins.
                var range = (edges[part] - parts.First, Math.Max(edges[part] + 1, edges[part + 1]) - parts.First);
                Middle(magnitudes, range, target.Low.AsSpan(part * bands, bands), target.High.AsSpan(part * bands, bands));
            }
        });
    }

    /// <summary>The two middle numbers of each band; equal where the number of frames is odd.</summary>
    private static void Middle(Spectrogram magnitudes, (int From, int To) range, Span<float> low, Span<float> high)
    {
        const int FewFrames = 96;
        int count = range.To - range.From, lane = Vector<float>.Count, bands = low.Length, left = 0;
        var sorted = new Vector<float>[Math.Min(count, FewFrames)];
        for (; count <= FewFrames && left <= bands - lane; left += lane)
        {
            for (int n = 0; n < count; n++)
            {
                var x = new Vector<float>(magnitudes.Values, ((range.From + n) * bands) + left);
                for (int k = 0; k < n; k++)
                    (sorted[k], x) = (Vector.Min(sorted[k], x), Vector.Max(sorted[k], x));
                sorted[n] = x;
            }

            sorted[(count - 1) / 2].CopyTo(low[left..]);
            sorted[count / 2].CopyTo(high[left..]);
        }

        float[] column = new float[left < bands ? count : 0];
        for (; left < bands; left++)
        {
            for (int n = 0; n < count; n++)
                column[n] = magnitudes[range.From + n, left];
            Array.Sort(column);
            (low[left], high[left]) = (column[(count - 1) / 2], column[count / 2]);
        }
    }

    private static void Gather(Spectrogram magnitudes, (int First, int From, int To) frames, int group, float[] powers)
    {
        int bands = magnitudes.Bins;
        for (int frame = frames.From; frame < frames.To; frame++)
        {
            Span<float> target = powers.AsSpan(frame / group * bands, bands);
            ReadOnlySpan<float> row = magnitudes[frame - frames.First];
            TensorPrimitives.MultiplyAdd(row, row, target, target);
        }
    }
}
