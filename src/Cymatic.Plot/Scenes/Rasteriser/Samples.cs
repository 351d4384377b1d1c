using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>
/// Where in a pixel the picture is sampled. Eight samples lie side by side in a vector: those of one pixel, or of two neighbours.
/// </summary>
/// <remarks>
/// Four samples on a turned grid tell five steps along both axes; eight stand so that no two share a row or a column. Places are sixteenths
/// of a pixel: exact in binary.
/// </remarks>
internal sealed class Samples
{
    private static readonly Samples Four = new(1, [(6, 2), (14, 6), (2, 10), (10, 14)]);
    private static readonly Samples Eight = new(0, [(9, 5), (7, 11), (13, 9), (5, 3), (3, 13), (1, 7), (11, 15), (15, 1)]);

    private Samples(int shift, (int X, int Y)[] places)
    {
        Shift = shift;
        Span<float> x = stackalloc float[8], y = stackalloc float[8];
        for (int lane = 0; lane < 8; lane++)
        {
            x[lane] = lane / places.Length + places[lane % places.Length].X / 16f;
            y[lane] = places[lane % places.Length].Y / 16f;
        }

        (X, Y) = (Vector256.Create<float>(x), Vector256.Create<float>(y));
        First = Vector128.Create(places.Min(place => place.X) / 16f, places.Min(place => place.Y) / 16f, 0, 0);
        Last = Vector128.Create(x.ToArray().Max(), places.Max(place => place.Y) / 16f, 0, 0);
        PerPixel = Vector128.Create(shift == 1 ? 0.5f : 1, 1, 0, 0);
    }

    /// <summary>Pixels of a vector are 1 shifted by this.</summary>
    internal int Shift { get; }

    internal Vector256<float> X { get; }

    internal Vector256<float> Y { get; }

    /// <summary>The least column and row of a sample in its vector.</summary>
    internal Vector128<float> First { get; }

    /// <summary>The greatest column and row of a sample in its vector.</summary>
    internal Vector128<float> Last { get; }

    /// <summary>Vectors for a pixel along columns and rows.</summary>
    internal Vector128<float> PerPixel { get; }

    internal static Samples Of(int count) => count == 8 ? Eight : Four;

    /// <summary>Vectors for a row of so many pixels.</summary>
    internal int Blocks(int width) => (width + (1 << Shift) - 1) >> Shift;
}
