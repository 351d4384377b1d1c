using System.Numerics.Tensors;

namespace Cymatic.Grid;

/// <summary>What tells a kick from a bell: levels of low, middle and high over time, how tonal it is, where the low end glides.</summary>
internal sealed class SoundTraits(FingerprintBands layout)
{
    private const float FloorDb = 50;

    /// <summary>Borders of the broad bands in Hz.</summary>
    private static readonly double[] _borders = [0, 90, 180, 350, 700, 1400, 2800, 5600, 10000, double.PositiveInfinity];

    /// <summary>Octaves from 100 Hz whose flatness is told.</summary>
    private const int FlatOctaves = 7;
    private const double LowestOctaveHz = 100, HighestGlideHz = 600;

    /// <summary>Slices between which the glide of the low end is told: from a start of 20 ms, 50 ms, 100 ms, 200 ms.</summary>
    private static readonly int[] _glides = [1, 2, 3, 4];

    /// <summary>Numbers that describe a sound.</summary>
    public static int Count => (_borders.Length + 2) * FingerprintBands.HeardSlices.Length + FlatOctaves + 2 + _glides.Length + 2;

    /// <summary>The traits of a sound.</summary>
    /// <param name="slices">Band powers of each of <see cref="FingerprintBands.HeardSlices"/>, null where no playing lasts so long.</param>
    /// <param name="head">Power spectrum of its first moments.</param>
    /// <param name="period">Its pitch, if any.</param>
    public float[] Of(float[]?[] slices, ReadOnlySpan<float> head, Periodicity period)
    {
        var traits = new List<float>(Count);
        float[] levels = Levels(slices);
        traits.AddRange(levels);
        traits.AddRange(Moments(levels, slices.Length));
        traits.AddRange(Flatness(head));
        traits.AddRange(Glide(slices));
        traits.Add((float)period.Share);
        traits.Add(period.Hz > 0 ? (float)Math.Log2(period.Hz / 100) : 0);
        return [.. traits];
    }

    /// <summary>Levels of broad bands over time in dB below the loudest; what was not heard goes on as it went.</summary>
    private float[] Levels(float[]?[] slices)
    {
        int broad = _borders.Length - 1, times = slices.Length;
        var levels = new float[broad * times];
        double loudest = 1e-30;
        foreach (float[]? slice in slices)
            loudest = Math.Max(loudest, slice is null ? 0 : TensorPrimitives.Sum<float>(slice));
        for (int band = 0; band < broad; band++)
        {
            float before = 0, here = 0;
            for (int time = 0; time < times; time++)
            {
                float next = slices[time] is { } slice ? Level(slice, band, loudest) : here + Math.Min(0, here - before);
                (before, here) = (time == 0 ? next : here, Math.Max(-FloorDb, next));
                levels[band * times + time] = here;
            }
        }

        return levels;
    }

    /// <summary>Of each time all bands' level, then where in the bands the power lies, then how widely.</summary>
    private static float[] Moments(float[] levels, int times)
    {
        int broad = levels.Length / times;
        var moments = new float[3 * times];
        for (int time = 0; time < times; time++)
        {
            double all = 0, first = 0, second = 0;
            for (int band = 0; band < broad; band++)
            {
                double power = Math.Pow(10, levels[band * times + time] / 10.0);
                (all, first, second) = (all + power, first + power * band, second + power * band * band);
            }

            double middle = first / all;
            moments[time] = (float)(10 * Math.Log10(all));
            moments[times + time] = (float)middle;
            moments[2 * times + time] = (float)Math.Sqrt(Math.Max(0, second / all - middle * middle));
        }

        return moments;
    }

    private float Level(float[] slice, int band, double loudest)
    {
        double power = 0;
        for (int i = 0; i < slice.Length; i++)
        {
            if (layout.Bank.CentresHz[i] >= _borders[band] && layout.Bank.CentresHz[i] < _borders[band + 1])
                power += slice[i];
        }

        return (float)Math.Max(-FloorDb, 10 * Math.Log10(power / loudest + 1e-12));
    }

    /// <summary>Geometric over arithmetic mean of each octave's bins in dB, their mean by power, the level of the loudest band.</summary>
    private float[] Flatness(ReadOnlySpan<float> head)
    {
        var flatness = new float[FlatOctaves + 2];
        double binHz = (double)layout.SampleRate / layout.FftLength, all = 1e-30, weighted = 0;
        float total = TensorPrimitives.Sum(head) + 1e-30f;
        for (int octave = 0; octave < FlatOctaves; octave++)
        {
            int from = Math.Min(head.Length - 1, (int)(LowestOctaveHz * Math.Pow(2, octave) / binHz));
            int to = Math.Min(head.Length, Math.Max(from + 1, (int)(LowestOctaveHz * Math.Pow(2, octave + 1) / binHz)));
            double mean = 0, log = 0;
            for (int bin = from; bin < to; bin++)
                (mean, log) = (mean + head[bin], log + Math.Log10(head[bin] + 1e-9 * total));
            mean = mean / (to - from) + 1e-9 * total;
            flatness[octave] = (float)(10 * (log / (to - from) - Math.Log10(mean)));
            (all, weighted) = (all + mean * (to - from), weighted + mean * (to - from) * flatness[octave]);
        }

        flatness[^2] = (float)(weighted / all);
        var bands = new float[layout.Bank.Bands];
        layout.Bank.Apply(head, bands);
        flatness[^1] = 10 * MathF.Log10((TensorPrimitives.Max<float>(bands) + 1e-30f) / (TensorPrimitives.Sum<float>(bands) + 1e-30f));
        return flatness;
    }

    /// <summary>Where the low end's power lies in octaves from 100 Hz, then how much higher it was a slice earlier.</summary>
    private float[] Glide(float[]?[] slices)
    {
        var places = new float[_glides.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = slices[_glides[i]] is { } slice ? Place(slice) : i > 0 ? places[i - 1] : 0;
        return [places[0], .. Enumerable.Range(1, places.Length - 1).Select(i => places[i - 1] - places[i])];
    }

    private float Place(float[] slice)
    {
        double power = 1e-30, moment = 0;
        for (int i = 0; i < slice.Length && layout.Bank.CentresHz[i] < HighestGlideHz; i++)
            (power, moment) = (power + slice[i], moment + slice[i] * Math.Log2(layout.Bank.CentresHz[i] / 100));
        return (float)(moment / power);
    }
}
