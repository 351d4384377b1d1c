using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>
/// A song through the inverse of its own linear predictor: every frequency carries about the same energy, mixtures stay sums,
/// and a repeat of a sound stays the same waveform. Zeros surround it, so that windows may reach over its ends.
/// </summary>
internal sealed class WhitenedSong
{
    /// <summary>Zeros before and after the samples, in seconds.</summary>
    private const double MarginSeconds = 0.6;

    /// <summary>Samples that stay in the cache while all taps of the predictor pass over them.</summary>
    private const int WhitenedAtOnce = 1 << 13;

    private readonly float[][] _padded;
    private readonly int _margin;

    private WhitenedSong(float[][] padded, int margin, int length, int rate, double[] predictor)
    {
        (_padded, _margin, Length, Rate, Predictor) = (padded, margin, length, rate, predictor);
    }

    /// <summary>Number of channels.</summary>
    public int Channels => _padded.Length;

    /// <summary>Samples in each channel.</summary>
    public int Length { get; }

    /// <summary>Samples per second.</summary>
    public int Rate { get; }

    /// <summary>The error filter that whitened it.</summary>
    public double[] Predictor { get; }

    /// <summary>Filters <paramref name="song"/> by the inverse of one predictor for all channels.</summary>
    public static WhitenedSong Of(Sound song) => Of(song, LinearPredictor.Fit(song));

    /// <summary>Filters <paramref name="song"/> by the inverse of a known predictor.</summary>
    public static WhitenedSong Of(Sound song, double[] predictor)
    {
        int margin = Margin(song.SampleRate);
        float[][] padded = [.. Enumerable.Range(0, song.Channels).Select(_ => new float[song.Length + 2 * margin])];
        var whitened = new WhitenedSong(padded, margin, song.Length, song.SampleRate, predictor);
        whitened.Restore(song);
        return whitened;
    }

    /// <summary>Another song of the same length, whitened by another filter in the memory of this one, which is gone.</summary>
    public WhitenedSong Again(Sound song, double[] predictor)
    {
        var whitened = new WhitenedSong(_padded, _margin, Length, Rate, predictor);
        whitened.Restore(song);
        return whitened;
    }

    /// <summary>Whitens the same song again, after it was written to.</summary>
    public void Restore(Sound song)
    {
        foreach (float[] channel in _padded)
        {
            channel.AsSpan(0, _margin).Clear();
            channel.AsSpan(_margin + Length).Clear();
        }

        int blocks = (Length + WhitenedAtOnce - 1) / WhitenedAtOnce;
        Parallel.For(0, blocks * Channels, i =>
        {
            int channel = i / blocks, from = i % blocks * WhitenedAtOnce, count = Math.Min(WhitenedAtOnce, Length - from);
            LinearPredictor.ResidualOf(song[channel], from, Predictor, _padded[channel].AsSpan(_margin + from, count));
        });
    }

    /// <summary>Whitens what is in it now once more, by a predictor of its own, which it returns; in place, for a song is large.</summary>
    public double[] Rewhiten()
    {
        double[] predictor = LinearPredictor.Fit(this);
        int past = predictor.Length - 1;
        Parallel.For(0, Channels, c =>
        {
            float[] before = new float[WhitenedAtOnce + past], after = new float[before.Length];
            Span<float> padded = _padded[c];
            padded[.._margin].Clear();
            padded[(_margin + Length)..].Clear();
            // From the end, for each sample needs those before it as they were.
            for (int end = Length; end > 0; end -= WhitenedAtOnce)
            {
                int start = Math.Max(0, end - WhitenedAtOnce), count = end - start;
                padded.Slice(_margin + start - past, count + past).CopyTo(before);
                LinearPredictor.Residual(before.AsSpan(0, count + past), predictor, after.AsSpan(0, count + past));
                after.AsSpan(past, count).CopyTo(padded[(_margin + start)..]);
            }
        });

        return predictor;
    }

    /// <summary>Takes samples that are white already.</summary>
    public static WhitenedSong Unfiltered(Sound white)
    {
        int margin = Margin(white.SampleRate);
        var padded = new float[white.Channels][];
        for (int c = 0; c < white.Channels; c++)
        {
            padded[c] = new float[white.Length + 2 * margin];
            white[c].CopyTo(padded[c].AsSpan(margin));
        }

        return new WhitenedSong(padded, margin, white.Length, white.SampleRate, [1]);
    }

    /// <summary>A copy that may be written to.</summary>
    public WhitenedSong Clone() => new([.. _padded.Select(channel => (float[])channel.Clone())], _margin, Length, Rate, Predictor);

    /// <summary>The samples from <paramref name="start"/> on; zeros where they lie outside the song.</summary>
    public Span<float> Window(int channel, int start, int length)
    {
        int from = Math.Clamp(_margin + start, 0, _padded[channel].Length - length);
        return _padded[channel].AsSpan(from, length);
    }

    /// <summary>The same as memory, for use in closures.</summary>
    public ReadOnlyMemory<float> WindowMemory(int channel, int start, int length)
    {
        int from = Math.Clamp(_margin + start, 0, _padded[channel].Length - length);
        return _padded[channel].AsMemory(from, length);
    }

    /// <summary>Energy of a window, summed over the channels.</summary>
    public double Energy(int start, int length)
    {
        double energy = 0;
        for (int c = 0; c < Channels; c++)
            energy += TensorPrimitives.SumOfSquares<float>(Window(c, start, length));
        return energy;
    }

    private static int Margin(int rate) => (int)(MarginSeconds * rate) + 4096;

    /// <summary>Samples in <paramref name="seconds"/>.</summary>
    public int Samples(double seconds) => (int)Math.Round(seconds * Rate);
}
