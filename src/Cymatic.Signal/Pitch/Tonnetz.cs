namespace Cymatic.Signal;

/// <summary>Tonal centroids: where harmony lies on the circles of fifths, minor and major thirds.</summary>
/// <remarks>Harte, Sandler and Gasser, AMCMM 2006. Equals librosa 0.11's tonnetz.</remarks>
public static class Tonnetz
{
    private static readonly double[] Steps = [7.0 / 6, 7.0 / 6, 3.0 / 2, 3.0 / 2, 2.0 / 3, 2.0 / 3], Radii = [1, 1, 1, 1, 0.5, 0.5];

    /// <summary>Sines and cosines on the three circles: frames × 6.</summary>
    /// <param name="chroma">Frames × pitch classes, the first of them C, not negative.</param>
    public static FeatureSeries Of(FeatureSeries chroma)
    {
        ArgumentNullException.ThrowIfNull(chroma);
        int classes = chroma.Columns;
        var values = new float[chroma.Frames * 6];
        double[] map = [.. Enumerable.Range(0, 6 * classes).Select(i => Weight(i / classes, i % classes * 12.0 / classes))];
        for (int frame = 0; frame < chroma.Frames; frame++)
        {
            ReadOnlySpan<float> levels = chroma[frame];
            double sum = System.Numerics.Tensors.TensorPrimitives.SumOfMagnitudes(levels);
            for (int i = 0; i < 6; i++)
            {
                double place = 0;
                for (int c = 0; c < classes; c++)
                    place += map[(i * classes) + c] * levels[c];
                values[(frame * 6) + i] = (float)(sum >= 1.17549435e-38 ? place / sum : place);
            }
        }

        return new(values, 6, chroma.Grid);
    }

    private static double Weight(int dimension, double semitone) =>
        Radii[dimension] * Math.Cos(Math.PI * ((Steps[dimension] * semitone) - (dimension % 2 == 0 ? 0.5 : 0)));
}
