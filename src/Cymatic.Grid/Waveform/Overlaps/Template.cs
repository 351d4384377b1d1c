using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>One playing of a template: where its waveform starts, and how loud it is in each channel.</summary>
internal sealed record Playing(int Sample, float[] Gains)
{
    /// <summary>Mean gain over the channels.</summary>
    public double Gain => Gains.Average();
}

/// <summary>The waveform of one sound, learnt from all its playings, in whitened audio.</summary>
internal sealed class Template(float[][] wave, List<Playing> playings)
{
    /// <summary>Samples by channel; the sound's onset lies <see cref="ExplainAway.LeadSeconds"/> after the start.</summary>
    public float[][] Wave { get; set; } = wave;

    /// <summary>Its playings, by time.</summary>
    public List<Playing> Playings { get; set; } = playings;

    /// <summary>The filter that has whitened it once more than the song, or null.</summary>
    public double[]? Whitening { get; set; }

    /// <summary>Samples of the waveform.</summary>
    public int Length => Wave[0].Length;

    /// <summary>Smallest distance between two playings, in samples.</summary>
    public int SmallestDistance()
    {
        int smallest = int.MaxValue;
        for (int i = 1; i < Playings.Count; i++)
            smallest = Math.Min(smallest, Playings[i].Sample - Playings[i - 1].Sample);
        return smallest;
    }

    /// <summary>True when a playing starts within <paramref name="reach"/> samples of <paramref name="sample"/>.</summary>
    public bool PlaysNear(int sample, int reach)
    {
        int low = 0, high = Playings.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Playings[middle].Sample < sample - reach)
                low = middle + 1;
            else
                high = middle;
        }

        return low < Playings.Count && Playings[low].Sample <= sample + reach;
    }

    /// <summary>Adds a playing in its place.</summary>
    public void Insert(Playing playing)
    {
        int at = Playings.FindIndex(p => p.Sample > playing.Sample);
        Playings.Insert(at < 0 ? Playings.Count : at, playing);
    }

    /// <summary>song += sign · gains · wave.</summary>
    public void AddTo(WhitenedSong song, Playing playing, float sign)
    {
        for (int c = 0; c < Wave.Length; c++)
        {
            Span<float> target = song.Window(c, playing.Sample, Length);
            TensorPrimitives.MultiplyAdd(Wave[c], sign * playing.Gains[c], target, target);
        }
    }

    /// <summary>Energy of a part of the waveform over all channels.</summary>
    public double Energy(int from, int length)
    {
        double energy = 0;
        foreach (float[] channel in Wave)
            energy += TensorPrimitives.SumOfSquares<float>(channel.AsSpan(from, Math.Min(length, Length - from)));
        return energy;
    }

    /// <summary>Samples up to which the waveform has energy.</summary>
    public int Audible()
    {
        int block = Math.Max(1, Length / 100);
        double loudest = 1e-20;
        for (int from = 0; from < Length; from += block)
            loudest = Math.Max(loudest, Energy(from, block));
        int last = Length;
        while (last > block && Energy(last - block, block) < 1e-4 * loudest)
            last -= block;
        return last;
    }
}
