using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Grid;

/// <summary>How far apart sounds are: by pattern wherever it lies in pitch, by register, and by envelope.</summary>
/// <remarks>
/// Three distances, each in units of its median over the pairs of the song: 1 − the best correlation of two patches over moves of up to
/// 7 semitones (a sample played at another pitch is the same pattern, moved), the RMS difference of the octave levels, and half of the
/// RMS difference of the envelopes.
/// </remarks>
internal static class FingerprintDistance
{
    private const int MostSemitones = 7;
    private const float EnvelopeWeight = 0.5f;

    /// <summary>All pairs.</summary>
    public static DistanceMatrix Between(SoundFingerprint[] sounds)
    {
        MovablePatch[] patches = [.. sounds.Select(sound => new MovablePatch(sound.Patch, FingerprintBands.Slices.Length))];
        float[] pattern = Pairs(sounds.Length, (i, j) => 1 - MovablePatch.BestCorrelation(patches[i], patches[j], MostSemitones));
        float[] register = Pairs(sounds.Length, (i, j) => Rms(sounds[i].Octaves, sounds[j].Octaves));
        float[] envelope = Pairs(sounds.Length, (i, j) => Rms(sounds[i].Envelope, sounds[j].Envelope));
        TensorPrimitives.Add(pattern, register, pattern);
        TensorPrimitives.MultiplyAdd(envelope, EnvelopeWeight, pattern, pattern);
        return new DistanceMatrix(pattern, sounds.Length);
    }

    private static float Rms(float[] a, float[] b) => TensorPrimitives.Distance<float>(a, b) / MathF.Sqrt(a.Length);

    private static float[] Pairs(int count, Func<int, int, float> distance)
    {
        float[] pairs = DistanceMatrix.Of(count, distance).Condensed.ToArray();
        float[] sorted = [.. pairs.Order()];
        float median = sorted.Length == 0 ? 0 : sorted[sorted.Length / 2];
        if (median > 0)
            TensorPrimitives.Divide(pairs, median, pairs);
        return pairs;
    }

    /// <summary>A patch whose correlation with another one can be taken at any move along the bands.</summary>
    private sealed class MovablePatch
    {
        private readonly float[] _cells;
        private readonly int _slices;
        private readonly double[] _sum, _squares;

        public MovablePatch(float[] cells, int slices)
        {
            (_cells, _slices) = (cells, slices);
            _sum = new double[cells.Length + 1];
            _squares = new double[cells.Length + 1];
            for (int i = 0; i < cells.Length; i++)
                (_sum[i + 1], _squares[i + 1]) = (_sum[i] + cells[i], _squares[i] + (double)cells[i] * cells[i]);
        }

        public static float BestCorrelation(MovablePatch a, MovablePatch b, int most)
        {
            double best = -1;
            for (int move = -most; move <= most; move++)
                best = Math.Max(best, Correlation(a, b, move));
            return (float)best;
        }

        private static double Correlation(MovablePatch a, MovablePatch b, int move)
        {
            int fromA = Math.Max(0, move) * a._slices, fromB = Math.Max(0, -move) * a._slices;
            int count = a._cells.Length - Math.Abs(move) * a._slices;
            if (count <= 0)
                return -1;
            double sumA = a._sum[fromA + count] - a._sum[fromA], sumB = b._sum[fromB + count] - b._sum[fromB];
            double varianceA = a._squares[fromA + count] - a._squares[fromA] - sumA * sumA / count;
            double varianceB = b._squares[fromB + count] - b._squares[fromB] - sumB * sumB / count;
            double product = TensorPrimitives.Dot(a._cells.AsSpan(fromA, count), b._cells.AsSpan(fromB, count)) - sumA * sumB / count;
            return product / Math.Sqrt(Math.Max(varianceA * varianceB, 1e-9));
        }
    }
}
