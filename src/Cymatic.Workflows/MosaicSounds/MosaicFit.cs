using Cymatic.Media;

namespace Cymatic.Workflows;

/// <summary>How much a mosaic sounds like its target, measured over mel bands in step with it.</summary>
/// <param name="Db">
/// Root mean square difference of 40 mel bands in dB, each frame's own level removed; frames in which the target or the mosaic is silent
/// do not count. 0 is the same.
/// </param>
/// <param name="EnvelopeDb">The same of the frames' levels, less their mean difference.</param>
/// <param name="TimbreKept">
/// Of the way from the target's long-term spectrum to the sources', how much the mosaic has gone: 0 sounds like the target on the whole, 1
/// like its sources.
/// </param>
public sealed record MosaicFit(double Db, double EnvelopeDb, double TimbreKept)
{
    private const int Bands = 40;
    private const double FloorDb = -80, SilenceDb = -60;

    /// <summary>Measures; target, mosaic and excerpts of the sources are read once.</summary>
    /// <param name="target">The target.</param>
    /// <param name="mosaic">The mosaic, at the same rate.</param>
    /// <param name="sources">Excerpts of its sources.</param>
    /// <param name="job">Progress and cancellation.</param>
    internal static MosaicFit Measure(AudioClip target, AudioClip mosaic, IEnumerable<AudioClip> sources, WorkflowJob job)
    {
        // 160 bytes a frame: 30 MB for an hour.
        List<float[]> wanted = [];
        double[] targetSum = new double[Bands], mosaicSum = new double[Bands], sourceSum = new double[Bands];
        MelFrames.Read(target, Bands, (_, bands) => wanted.Add(bands.ToArray()), new WorkflowJob(null, job.Cancel));
        float loudest = wanted.Count == 0 ? 0 : wanted.Max(frame => frame.Sum());
        double shape = 0;
        long frames = 0;
        List<double> levels = [];
        MelFrames.Read(mosaic, Bands, (n, bands) =>
        {
            Add(bands, mosaicSum);
            if (n >= wanted.Count)
                return;
            Add(wanted[n], targetSum);
            float own = Sum(bands), other = Sum(wanted[n]);
            if (other <= loudest * Math.Pow(10, SilenceDb / 10) || own <= loudest * Math.Pow(10, FloorDb / 10))
                return;
            shape += ShapeDifference(bands, wanted[n]);
            levels.Add(10 * Math.Log10(own / other));
            frames++;
        }, job);
        foreach (AudioClip source in sources)
            MelFrames.Read(source, Bands, (_, bands) => Add(bands, sourceSum), new WorkflowJob(null, job.Cancel));
        double mean = levels.Count == 0 ? 0 : levels.Average();
        double envelope = levels.Count == 0 ? 0 : Math.Sqrt(levels.Average(level => (level - mean) * (level - mean)));
        return new MosaicFit(Math.Sqrt(shape / Math.Max(1, frames)), envelope, Kept(targetSum, mosaicSum, sourceSum));
    }

    private static double Kept(double[] target, double[] mosaic, double[] source)
    {
        float[][] spectra = [.. new[] { target, mosaic, source }.Select(sum => sum.Select(value => (float)value).ToArray())];
        double fromTarget = Math.Sqrt(ShapeDifference(spectra[1], spectra[0]));
        double fromSources = Math.Sqrt(ShapeDifference(spectra[1], spectra[2]));
        return fromTarget + fromSources > 0 ? fromTarget / (fromTarget + fromSources) : 1;
    }

    // Mean square of the difference in dB, both spectra's mean removed.
    private static double ShapeDifference(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double sum = 0, squares = 0, floor = Math.Pow(10, FloorDb / 10), oneSum = Sum(one) + 1e-30, otherSum = Sum(other) + 1e-30;
        for (int band = 0; band < Bands; band++)
        {
            double difference = 10 * Math.Log10(Math.Max(floor, one[band] / oneSum) / Math.Max(floor, other[band] / otherSum));
            (sum, squares) = (sum + difference, squares + difference * difference);
        }

        return Math.Max(0, squares / Bands - sum / Bands * (sum / Bands));
    }

    private static float Sum(ReadOnlySpan<float> bands) => System.Numerics.Tensors.TensorPrimitives.Sum(bands);

    private static void Add(ReadOnlySpan<float> bands, double[] sum)
    {
        for (int band = 0; band < sum.Length; band++)
            sum[band] += bands[band];
    }
}
