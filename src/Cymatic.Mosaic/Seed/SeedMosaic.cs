using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>A sound as the well-known script reads it.</summary>
/// <param name="File">Where it comes from; its duration is ffmpeg's, to a hundredth of a second.</param>
/// <param name="Sound">What ffmpeg makes of it at 44.1 kHz, two channels of 16 bits.</param>
public sealed record SeedSound(PlanSource File, Sound Sound);

/// <summary>
/// The choice of the script "Concatenative Synthesis Experiments" (pylab, scikit-learn, MoviePy): for each frame of the target the frame of
/// the corpus whose specgram is nearest.
/// </summary>
/// <remarks>Equals scikit-learn 1.2's NearestNeighbors(n_neighbors=1) on matplotlib 3.6's specgram. Loud frames find loud ones.</remarks>
public static class SeedMosaic
{
    /// <summary>The plan.</summary>
    /// <param name="corpus">The sources, in order; at least one frame of them all.</param>
    /// <param name="target">The target.</param>
    /// <param name="framesPerSecond">Those of the first film, as MoviePy rounds them.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The corpus has no frame, or frames so long that none has a spectrum.</exception>
    public static MosaicPlan Select(
        IReadOnlyList<SeedSound> corpus, SeedSound target, double framesPerSecond, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(corpus);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(framesPerSecond);
        double frame = 1 / framesPerSecond;
        var units = new List<(int Source, int Unit, double Time, double[] Spectrum)>();
        for (int s = 0; s < corpus.Count; s++)
        {
            var frames = new SeedFrames(corpus[s].Sound, corpus[s].File.Duration, frame);
            double[][] spectra = Spectra(frames, cancel);
            units.AddRange(spectra.Select((spectrum, unit) => (s, unit, frames.TimeOf(unit), spectrum)));
        }

        if (units.Count == 0)
            throw new ArgumentException($"{corpus.Count} sources have no frame that is followed by another.", nameof(corpus));
        var wanted = new SeedFrames(target.Sound, target.File.Duration, frame);
        int[] nearest = Nearest([.. units.Select(unit => unit.Spectrum)], Spectra(wanted, cancel), cancel);
        return new()
        {
            Duration = wanted.Count * frame,
            Sources = [.. corpus.Select(sound => sound.File)],
            Method = "nearest",
            Units = [.. nearest.Select((unit, t) => new PlanUnit
            {
                TargetTime = wanted.TimeOf(t),
                Duration = frame,
                Source = units[unit].Source,
                Unit = units[unit].Unit,
                SourceTime = units[unit].Time,
            })],
        };
    }

    private static double[][] Spectra(SeedFrames frames, CancellationToken cancel)
    {
        var spectra = new double[frames.Count][];
        UnitBlocks.Run(frames.Count, (first, count) =>
        {
            for (int frame = first; frame < first + count; frame++)
                spectra[frame] = frames.Spectrum(frame);
        }, cancel);
        return spectra;
    }

    private static int[] Nearest(double[][] units, double[][] targets, CancellationToken cancel)
    {
        var nearest = new int[targets.Length];
        UnitBlocks.Run(targets.Length, (first, count) =>
        {
            for (int t = first; t < first + count; t++)
            {
                double least = double.PositiveInfinity;
                for (int unit = 0; unit < units.Length; unit++)
                {
                    // Rounded times may give a frame one segment more or less: the script fails there, here it is no neighbour.
                    double distance = units[unit].Length == targets[t].Length
                        ? TensorPrimitives.Distance<double>(units[unit], targets[t]) : double.MaxValue;
                    if (distance < least)
                        (least, nearest[t]) = (distance, unit);
                }
            }
        }, cancel, block: 16);
        return nearest;
    }
}
