using System.Numerics.Tensors;

namespace Cymatic.Mosaic;

/// <summary>One feature of a space: what is taken off its numbers, and what they are multiplied by.</summary>
internal sealed class FeaturePart
{
    private const int Block = 4096;

    // What differs by less than float32 can say is all the same.
    private const double Rounding = 1e-12;
    private readonly Corpus _corpus;
    private readonly bool _isRelative, _isCentred;
    private readonly float[][] _means;
    private readonly float[] _mean;

    /// <param name="corpus">The corpus, which keeps the feature.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="isCentred">Whether numbers are taken from the corpus' mean on: it matters to angles, not to distances.</param>
    /// <param name="cancel">Ends the work.</param>
    public FeaturePart(Corpus corpus, UnitFeature feature, bool isCentred, CancellationToken cancel)
    {
        (_corpus, Feature, _isRelative, _isCentred) = (corpus, feature, FeatureListener.IsRelative(feature), isCentred);
        Columns = corpus.Sources[0].Features[feature].Columns;
        double[] sum = new double[Columns], sums = new double[Columns];
        (double squares, long count) = (0, 0);
        _means = new float[corpus.Sources.Count][];
        for (int s = 0; s < _means.Length; s++)
        {
            cancel.ThrowIfCancellationRequested();
            (double[] own, double ownSquares, long ownCount) = Sums(corpus.Sources[s].Features[feature]);
            _means[s] = [.. own.Select(x => (float)(x / Math.Max(1, ownCount)))];
            TensorPrimitives.Add(sum, own, sum);
            squares += ownSquares - (_isRelative ? TensorPrimitives.SumOfSquares<double>(own) / Math.Max(1, ownCount) : 0);
            count += ownCount;
        }

        Units = count;
        _mean = [.. sum.Select(x => (float)(x / Math.Max(1, count)))];
        double variance = squares - (_isRelative ? 0 : TensorPrimitives.SumOfSquares<double>(sum) / Math.Max(1, count));
        bool isSame = variance <= Rounding * squares;
        Deviation = isSame ? 0 : Math.Sqrt(variance / Math.Max(1, count));
    }

    /// <summary>The feature.</summary>
    public UnitFeature Feature { get; }

    /// <summary>Its numbers.</summary>
    public int Columns { get; }

    /// <summary>Units of the corpus that have it.</summary>
    public long Units { get; }

    /// <summary>The root of the mean squared distance from the mean; 0 where all units are alike.</summary>
    public double Deviation { get; }

    /// <summary>What numbers are multiplied by.</summary>
    public float Factor { get; set; }

    /// <summary>Normalises rows of a source in place.</summary>
    public void Normalise(Span<float> rows, int source) => Normalise(rows, _isRelative ? _means[source] : _mean);

    /// <summary>Normalises all rows of a target in place.</summary>
    public void NormaliseTarget(float[] rows)
    {
        (double[] sum, _, long count) = Sums(new MemoryTable<float>(rows, Columns));
        Normalise(rows, _isRelative ? [.. sum.Select(x => (float)(x / Math.Max(1, count)))] : _mean);
    }

    private void Normalise(Span<float> rows, ReadOnlySpan<float> mean)
    {
        for (int at = 0; at < rows.Length; at += Columns)
        {
            Span<float> row = rows.Slice(at, Columns);
            if (_isRelative || _isCentred)
                TensorPrimitives.Subtract(row, mean, row);
            TensorPrimitives.Multiply(row, Factor, row);
        }
    }

    /// <summary>The sums of all columns, of all squares, and the number of rows that are none of silence.</summary>
    private (double[] Sum, double Squares, long Count) Sums(Table<float> table)
    {
        double[] sum = new double[Columns], row = new double[Columns];
        (double squares, long count) = (0, 0);
        var block = new float[(int)Math.Min(Block, table.Rows) * Columns];
        for (long first = 0; first < table.Rows; first += Block)
        {
            Span<float> rows = block.AsSpan(0, (int)Math.Min(Block, table.Rows - first) * Columns);
            table.Read(first, rows);
            for (int at = 0; at < rows.Length; at += Columns)
            {
                if (float.IsNaN(rows[at]))
                    continue;
                TensorPrimitives.ConvertTruncating<float, double>(rows.Slice(at, Columns), row);
                TensorPrimitives.Add(sum, row, sum);
                squares += TensorPrimitives.SumOfSquares<double>(row);
                count++;
            }
        }

        return (sum, squares, count);
    }
}
