using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>Measures features of a unit from its band spectrum.</summary>
internal static class FeatureMeasure
{
    private const int MelBands = 24, Coefficients = 12, LowestPitch = 3, HighestPitch = 41, Harmonics = 8;
    private static readonly int[] MelOf = [.. Enumerable.Range(0, Analysis.Bands).Select(MelBand)];

    /// <summary>The numbers of a feature.</summary>
    /// <param name="feature">Which.</param>
    /// <param name="bands">The unit's spectrum.</param>
    /// <param name="before">That of the unit before; empty for the first.</param>
    /// <param name="level">The unit's level in decibels.</param>
    public static float[] Of(UnitFeature feature, ReadOnlySpan<float> bands, ReadOnlySpan<float> before, float level) => feature switch
    {
        UnitFeature.Mel => Mel(bands),
        UnitFeature.Mfcc => Mfcc(bands),
        UnitFeature.Chroma => Chroma(bands),
        UnitFeature.Loudness => [level],
        UnitFeature.Centroid => [Centroid(bands)],
        UnitFeature.Flatness => [Flatness(bands)],
        UnitFeature.Pitch => [Pitch(bands)],
        _ => [Onset(bands, before)],
    };

    private static double Hz(int band) => (double)(Analysis.LowestBand + band) * Analysis.BandHz;

    private static double Power(float x) => (double)x * x * x * x * x;

    private static int MelBand(int band)
    {
        double low = MelScale.FromHz(Hz(0)), high = MelScale.FromHz(Hz(Analysis.Bands));
        return Math.Min(MelBands - 1, (int)((MelScale.FromHz(Hz(band)) - low) / (high - low) * MelBands));
    }

    private static float[] Mel(ReadOnlySpan<float> bands)
    {
        var power = new double[MelBands];
        for (int band = 0; band < bands.Length; band++)
            power[MelOf[band]] += Power(bands[band]);
        double floor = (1e-6 * power.Max()) + 1e-30;
        float[] db = [.. power.Select(p => (float)(10 * Math.Log10(p + floor)))];
        TensorPrimitives.Subtract(db, TensorPrimitives.Average<float>(db), db);
        return db;
    }

    private static float[] Mfcc(ReadOnlySpan<float> bands)
    {
        float[] mel = Mel(bands), coefficients = new float[Coefficients];
        for (int k = 0; k < Coefficients; k++)
        {
            for (int n = 0; n < MelBands; n++)
                coefficients[k] += mel[n] * (float)Math.Cos(Math.PI * (k + 1) * (n + 0.5) / MelBands);
        }

        return coefficients;
    }

    private static float[] Chroma(ReadOnlySpan<float> bands)
    {
        var chroma = new float[12];
        for (int band = 0; band < bands.Length && Hz(band) < 5000; band++)
        {
            int pitchClass = (int)Math.Round(69 + (12 * Math.Log2(Hz(band) / 440))) % 12;
            chroma[pitchClass] += (float)(Power(bands[band]) / Hz(band));
        }

        BandSpectrum.Normalise(chroma);
        return chroma;
    }

    private static float Centroid(ReadOnlySpan<float> bands)
    {
        double sum = 1e-30, weighed = 0;
        for (int band = 0; band < bands.Length; band++)
        {
            sum += Power(bands[band]);
            weighed += Power(bands[band]) * Hz(band);
        }

        return (float)Math.Log2((weighed / sum) + 1);
    }

    private static float Flatness(ReadOnlySpan<float> bands)
    {
        double logs = 0, sum = 0;
        foreach (float band in bands)
        {
            double power = Power(band) + 1e-20;
            logs += Math.Log(power);
            sum += power;
        }

        return (float)(10 / Math.Log(10) * ((logs / bands.Length) - Math.Log(sum / bands.Length)));
    }

    /// <summary>Schroeder, JASA 43(4), 1968: the fundamental whose harmonics have the largest sum, higher ones counting less.</summary>
    private static float Pitch(ReadOnlySpan<float> bands)
    {
        (double Sum, int Band) best = (0, LowestPitch);
        for (int fundamental = LowestPitch; fundamental <= HighestPitch; fundamental++)
        {
            double sum = 0;
            for (int h = 1; h <= Harmonics && (fundamental * h) - Analysis.LowestBand < bands.Length; h++)
                sum += bands[(fundamental * h) - Analysis.LowestBand] * Math.Pow(0.84, h - 1);
            if (sum > best.Sum)
                best = (sum, fundamental);
        }

        return (float)Math.Log2(best.Band);
    }

    private static float Onset(ReadOnlySpan<float> bands, ReadOnlySpan<float> before)
    {
        float rise = 0;
        for (int band = 0; band < bands.Length; band++)
            rise += Math.Max(0, bands[band] - (before.IsEmpty ? 0 : before[band]));
        return rise;
    }
}
