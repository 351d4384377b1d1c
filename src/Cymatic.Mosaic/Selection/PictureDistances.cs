using System.Numerics.Tensors;
using Cymatic.Signal;

namespace Cymatic.Mosaic;

/// <summary>How unlike the pictures of units are, against units drawn by lot: the Euclidean distance of thumbnails.</summary>
internal sealed class PictureDistances
{
    private const int Draws = 2000, Numbers = UnitPictures.Bytes;

    // Where nothing is seen, or all looks the same: what units drawn by lot have in the median, and a code's difference everywhere.
    private const float Neutral = 1, Least = 0.03f;

    private readonly UnitPictures _pictures;
    private readonly float _typical;

    public PictureDistances(UnitPictures pictures, int units, int seed) =>
        (_pictures, _typical) = (pictures, Typical(pictures, units, seed));

    /// <summary>The distances of some units from others, 0 to 2: rows of from, columns of to. 1 is that of units drawn by lot.</summary>
    public void Fill(ReadOnlySpan<int> from, ReadOnlySpan<int> to, Span<float> distances)
    {
        float[] rows = new float[from.Length * Numbers], columns = new float[to.Length * Numbers];
        float[] rowSquares = Look(from, rows), columnSquares = Look(to, columns);
        RowProducts.Of(rows, columns, Numbers, distances);
        for (int i = 0; i < from.Length; i++)
        {
            for (int j = 0; j < to.Length; j++)
            {
                ref float distance = ref distances[(i * to.Length) + j];
                float square = rowSquares[i] + columnSquares[j] - (2 * distance);
                distance = float.IsNaN(square) ? Neutral : Math.Min(2, MathF.Sqrt(Math.Max(0, square)) / _typical);
            }
        }
    }

    /// <summary>Fills the thumbnails; their sums of squares, NaN where there is none.</summary>
    private float[] Look(ReadOnlySpan<int> units, Span<float> thumbnails)
    {
        var squares = new float[units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            Span<float> thumbnail = thumbnails.Slice(i * Numbers, Numbers);
            squares[i] = _pictures.TryRead(units[i], thumbnail) ? TensorPrimitives.SumOfSquares<float>(thumbnail) : float.NaN;
        }

        return squares;
    }

    private static float Typical(UnitPictures pictures, int units, int seed)
    {
        var random = new Random(seed);
        float[] distances = new float[Draws], a = new float[Numbers], b = new float[Numbers];
        for (int i = 0; i < Draws; i++)
        {
            bool seen = pictures.TryRead(random.Next(units), a) & pictures.TryRead(random.Next(units), b);
            distances[i] = seen ? TensorPrimitives.Distance<float>(a, b) : -1;
        }

        return Math.Max(Least, Utility.Median(distances, distance => distance >= 0));
    }
}
