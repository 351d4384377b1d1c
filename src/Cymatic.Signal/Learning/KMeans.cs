using System.Numerics.Tensors;

namespace Cymatic.Signal;

/// <summary>Clusters around their means.</summary>
/// <param name="Labels">The cluster of each observation, 0, 1 … in the order of their first observation.</param>
/// <param name="Centres">Clusters × features.</param>
/// <param name="Inertia">The sum of the squared distances of all observations from their centres.</param>
public sealed record Clusters(int[] Labels, DenseMatrix Centres, double Inertia);

/// <summary>k-means clustering.</summary>
/// <remarks>
/// Lloyd, IEEE TIT 28(2), 1982, from centres by greedy k-means++ (Arthur and Vassilvitskii, SODA 2007), as scikit-learn's KMeans; random
/// numbers are
/// others, so that equal inertia is to be expected, equal labels up to their names. A cluster that loses all gets the farthest observation.
/// </remarks>
public static class KMeans
{
    /// <summary>Clusters of observations.</summary>
    /// <param name="observations">Observations × features, finite.</param>
    /// <param name="clusters">How many, from 1 to as many as observations.</param>
    /// <param name="options">The search; null: ten restarts.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Fewer observations than clusters, or numbers that are not finite.</exception>
    public static Clusters Fit(DenseMatrix observations, int clusters, KMeansOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(observations);
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        observations.Check(nameof(observations), clusters);
        options ??= new();
        double tolerance = options.Tolerance * MeanVariance(observations);
        var searches = new Clusters[options.Restarts];
        Parallel.For(0, searches.Length, new ParallelOptions { CancellationToken = cancel }, i =>
        {
            var random = new Random(unchecked((options.Seed * 1_000_003) + i));
            searches[i] = new Lloyd(observations, clusters).Search(random, options.Iterations, tolerance, cancel);
        });
        return Named(searches.MinBy(search => search.Inertia)!);
    }

    private static double MeanVariance(DenseMatrix observations)
    {
        double[] sums = new double[observations.Columns], squares = new double[observations.Columns];
        for (int row = 0; row < observations.Rows; row++)
        {
            for (int c = 0; c < sums.Length; c++)
            {
                double x = observations[row][c] - observations[0][c];
                (sums[c], squares[c]) = (sums[c] + x, squares[c] + (x * x));
            }
        }

        int n = observations.Rows;
        return squares.Zip(sums, (square, sum) => (square / n) - (sum / n * sum / n)).Average();
    }

    private static Clusters Named(Clusters found)
    {
        var names = new Dictionary<int, int>();
        int[] labels = [.. found.Labels.Select(label => names.TryGetValue(label, out int name) ? name : names[label] = names.Count)];
        for (int label = 0; label < found.Centres.Rows; label++)
            names.TryAdd(label, names.Count);
        var centres = new float[found.Centres.Values.Length];
        foreach ((int label, int name) in names)
            found.Centres[label].CopyTo(centres.AsSpan(name * found.Centres.Columns));
        return found with { Labels = labels, Centres = new(centres, found.Centres.Columns) };
    }

    private sealed class Lloyd(DenseMatrix observations, int clusters)
    {
        private readonly int _n = observations.Rows, _features = observations.Columns;
        private readonly float[] _centres = new float[clusters * observations.Columns];
        private readonly int[] _labels = new int[observations.Rows];
        private readonly float[] _distances = new float[observations.Rows];

        public Clusters Search(Random random, int iterations, double tolerance, CancellationToken cancel)
        {
            Start(random);
            for (int i = 0; i < iterations; i++)
            {
                cancel.ThrowIfCancellationRequested();
                bool same = !Assign() && i > 0;
                if (Move() <= tolerance || same)
                    break;
            }

            Assign();
            return new([.. _labels], new(_centres, _features), _distances.Sum(d => (double)d));
        }

        /// <summary>Centres by k-means++: of a few observations drawn by their squared distance, the one that leaves least.</summary>
        private void Start(Random random)
        {
            int trials = 2 + (int)Math.Log(clusters);
            float[] nearest = new float[_n], candidate = new float[_n], best = new float[_n];
            Place(0, random.Next(_n));
            Distances.Squared(_centres.AsSpan(0, _features), observations, nearest);
            for (int cluster = 1; cluster < clusters; cluster++)
            {
                double bestSum = double.PositiveInfinity;
                int chosen = 0;
                for (int trial = 0; trial < trials; trial++)
                {
                    int drawn = Draw(nearest, random);
                    Distances.Squared(observations[drawn], observations, candidate);
                    TensorPrimitives.Min(candidate, nearest, candidate);
                    double sum = candidate.Sum(d => (double)d);
                    if (sum < bestSum)
                        (bestSum, chosen, best, candidate) = (sum, drawn, candidate, best);
                }

                Place(cluster, chosen);
                best.CopyTo(nearest, 0);
            }
        }

        private void Place(int cluster, int observation) => observations[observation].CopyTo(_centres.AsSpan(cluster * _features));

        private static int Draw(float[] weights, Random random)
        {
            double at = random.NextDouble() * weights.Sum(w => (double)w);
            for (int i = 0; i < weights.Length; i++)
            {
                at -= weights[i];
                if (at < 0)
                    return i;
            }

            return random.Next(weights.Length);
        }

        /// <summary>Gives each observation the nearest centre; whether any changed.</summary>
        private bool Assign()
        {
            var centres = new DenseMatrix(_centres, _features);
            var distances = new float[clusters];
            bool changed = false;
            for (int i = 0; i < _n; i++)
            {
                Distances.Squared(observations[i], centres, distances);
                int label = TensorPrimitives.IndexOfMin<float>(distances);
                changed |= label != _labels[i];
                (_labels[i], _distances[i]) = (label, distances[label]);
            }

            return changed;
        }

        /// <summary>Moves centres to the means; the sum of the squares of what they moved.</summary>
        private double Move()
        {
            var sums = new double[_centres.Length];
            var counts = new int[clusters];
            for (int i = 0; i < _n; i++)
            {
                counts[_labels[i]]++;
                for (int c = 0; c < _features; c++)
                    sums[(_labels[i] * _features) + c] += observations[i][c];
            }

            double moved = 0;
            for (int cluster = 0; cluster < clusters; cluster++)
            {
                int far = counts[cluster] == 0 ? TensorPrimitives.IndexOfMax<float>(_distances) : -1;
                for (int c = 0; c < _features; c++)
                {
                    ref float centre = ref _centres[(cluster * _features) + c];
                    float mean = far < 0 ? (float)(sums[(cluster * _features) + c] / counts[cluster]) : observations[far, c];
                    moved += (mean - centre) * (double)(mean - centre);
                    centre = mean;
                }

                if (far >= 0)
                    _distances[far] = 0;
            }

            return moved;
        }
    }
}
