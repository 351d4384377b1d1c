namespace Cymatic.Signal;

/// <summary>The structure of a song: which of its moments are alike, and the segments that follow from it.</summary>
/// <remarks>
/// McFee and Ellis, Analyzing song structure with spectral clustering, ISMIR 2014; equals librosa's example of it. Segments begin where
/// their first beat does: the example draws each a beat late, because it leaves out what lies before the first beat when it
/// counts them.
/// </remarks>
public sealed record SongStructure
{
    /// <summary>The fewest beats that have a structure: each must have others at least 3 beats away.</summary>
    public const int FewestBeats = 8;

    private const int Width = 3, LagBeats = 7, SmoothBeats = 9;

    private SongStructure()
    {
    }

    /// <summary>What it was made of.</summary>
    public required BeatFeatures Features { get; init; }

    /// <summary>Beats of a fragment; null for segments of any length.</summary>
    public int? FragmentBeats { get; init; }

    /// <summary>Where beats or fragments begin in seconds, and where the last ends.</summary>
    public required double[] Times { get; init; }

    /// <summary>How like each other moments are (S_rep): affinity of the nearest, made of unbroken diagonals.</summary>
    public required SparseMatrix Recurrence { get; init; }

    /// <summary>How like its neighbour each moment is (S_loc): beside the diagonal.</summary>
    public required SparseMatrix Path { get; init; }

    /// <summary>μ recurrence + (1 − μ) path.</summary>
    public required SparseMatrix Combined { get; init; }

    /// <summary>μ, the share of the recurrence (eq. 9).</summary>
    public required double Mix { get; init; }

    /// <summary>The smallest eigenvalues of the combined graph's normalised Laplacian, rising.</summary>
    public required double[] Eigenvalues { get; init; }

    /// <summary>Moments × eigenvalues: the eigenvectors, a median of 9 moments each.</summary>
    public required DenseMatrix Eigenvectors { get; init; }

    /// <summary>The levels, by rising number of kinds.</summary>
    public required IReadOnlyList<StructureLevel> Levels { get; init; }

    /// <summary>Which of the levels fits the song best.</summary>
    public required int Chosen { get; init; }

    /// <summary>The level that fits best.</summary>
    public StructureLevel Best => Levels[Chosen];

    /// <summary>Moments × kinds: the eigenvectors that a number of kinds is clustered by, each moment of length one.</summary>
    public DenseMatrix ComponentsOf(int clusters) => SpectralEmbedding.Normalised(Eigenvectors, Math.Min(clusters, Eigenvectors.Columns));

    /// <summary>The structure of a song.</summary>
    /// <param name="features">At least <see cref="FewestBeats"/> beats.</param>
    /// <param name="options">The levels; null: as many kinds as fit best, from 2 to 10.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">Too few beats, or more kinds than beats.</exception>
    public static SongStructure Of(BeatFeatures features, StructureOptions? options = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(features);
        options ??= new();
        int n = features.Beats;
        IReadOnlyList<int> clusters = ClustersFor(n, options);
        if (n < FewestBeats || features.Slices != 1)
            throw new ArgumentException(
                $"A structure needs {FewestBeats} beats of one slice, not {n} of {features.Slices}.", nameof(features));
        SparseMatrix recurrence = LagMedian.Run(Recurrent(features.Levels, cancel), LagBeats), path = PathOf(features.Mfcc);
        double mix = MixOf(recurrence, path);
        SparseMatrix combined = Mixed(recurrence, path, mix);
        (double[] values, DenseMatrix vectors) = SpectralEmbedding.Smallest(combined, Math.Min(n, clusters[^1] + 1), cancel);
        vectors = Medians.AlongRows(vectors, SmoothBeats);
        StructureLevel[] levels = [.. clusters.Select(k => LevelChoice.Level(k, (values, vectors), (features.Times, options), cancel))];
        return new()
        {
            Features = features,
            Times = features.Times,
            Recurrence = recurrence,
            Path = path,
            Combined = combined,
            Mix = mix,
            Eigenvalues = values,
            Eigenvectors = vectors,
            Levels = options.Clusters is null ? levels : LevelChoice.Matched(levels, features.Times),
            Chosen = LevelChoice.Best(levels),
        };
    }

    /// <summary>The numbers of kinds that are asked for, or those that are tried.</summary>
    internal static IReadOnlyList<int> ClustersFor(int moments, StructureOptions options)
    {
        if (options.Clusters is null)
            return [.. Enumerable.Range(2, Math.Max(1, Math.Min(options.AutoClusters, moments / 2) - 1))];
        return options.Clusters[^1] < moments ? options.Clusters
            : throw new ArgumentException($"{moments} moments cannot be of {options.Clusters[^1]} kinds.", nameof(options));
    }

    /// <summary>A structure whose graph is known, for fragments.</summary>
    internal static SongStructure OfFragments(BeatFeatures features, (int Beats, double[] Times) fragments, SparseMatrix recurrence,
        (StructureLevel[] Levels, int Chosen) levels)
    {
        SparseMatrix none = SparseMatrix.FromRows(recurrence.Rows, (_, _) => { });
        return new()
        {
            Features = features,
            FragmentBeats = fragments.Beats,
            Times = fragments.Times,
            Recurrence = recurrence,
            Path = none,
            Combined = recurrence,
            Mix = 1,
            Eigenvalues = [],
            Eigenvectors = new([], 1),
            Levels = levels.Levels,
            Chosen = levels.Chosen,
        };
    }

    internal static SparseMatrix Recurrent(DenseMatrix levels, CancellationToken cancel, int width = Width) =>
        Signal.Recurrence.SparseOf(levels, new() { Width = width, Mode = RecurrenceMode.Affinity, Symmetric = true }, cancel);

    /// <summary>exp(−d² / median d²) for neighbours: the remark after eq. 8.</summary>
    private static SparseMatrix PathOf(DenseMatrix mfcc)
    {
        int n = mfcc.Rows;
        double[] distances = [.. Enumerable.Range(0, n - 1).Select(i =>
            Math.Pow(System.Numerics.Tensors.TensorPrimitives.Distance(mfcc[i], mfcc[i + 1]), 2))], sorted = [.. distances.Order()];
        double sigma = 0.5 * (sorted[(n - 2) / 2] + sorted[(n - 1) / 2]);
        float Similarity(int i) => distances[i] == 0 ? 1 : (float)Math.Exp(-distances[i] / sigma);
        return SparseMatrix.FromRows(n, (row, add) =>
        {
            if (row > 0)
                add(row - 1, Similarity(row - 1));
            if (row < n - 1)
                add(row + 1, Similarity(row));
        });
    }

    /// <summary>The share at which walks along the path and along recurrences are as likely as each other.</summary>
    private static double MixOf(SparseMatrix recurrence, SparseMatrix path)
    {
        double[] recurring = recurrence.RowSums(), along = path.RowSums();
        double above = 0, below = 0;
        for (int i = 0; i < along.Length; i++)
        {
            double both = along[i] + recurring[i];
            (above, below) = (above + (along[i] * both), below + (both * both));
        }

        return below > 0 ? above / below : 0;
    }

    private static SparseMatrix Mixed(SparseMatrix recurrence, SparseMatrix path, double mix) => SparseMatrix.FromRows(
        path.Rows, (row, add) =>
    {
        // A row's two neighbours on the path lie beside the diagonal, where no recurrence is.
        ReadOnlySpan<int> columns = recurrence.ColumnsOf(row);
        int at = 0;
        for (; at < columns.Length && columns[at] < row; at++)
            add(columns[at], (float)(mix * recurrence.ValuesOf(row)[at]));
        for (int k = 0; k < path.ColumnsOf(row).Length; k++)
            add(path.ColumnsOf(row)[k], (float)((1 - mix) * path.ValuesOf(row)[k]));
        for (; at < columns.Length; at++)
            add(columns[at], (float)(mix * recurrence.ValuesOf(row)[at]));
    });
}
