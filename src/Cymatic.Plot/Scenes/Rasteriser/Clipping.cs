namespace Cymatic.Plot;

/// <summary>Cuts what reaches behind the camera or far out of the picture.</summary>
/// <remarks>
/// A polygon is cut by one plane after the other (Sutherland and Hodgman, CACM 17, 1974). Points are X, Y, Z, W, normal, value.
/// </remarks>
internal static unsafe class Clipping
{
    /// <summary>Points of a triangle cut by all planes at most.</summary>
    internal const int Most = 3 + Planes;

    private const int Planes = 5;

    // Well inside of what points can be far out of the picture.
    private const float Left = -15000, Right = 49000;

    /// <summary>Cuts a triangle.</summary>
    /// <param name="view">The camera.</param>
    /// <param name="points">Three points, and room for <see cref="Most"/>; then columns and rows of what is left.</param>
    /// <param name="count">How many points there are: 3, or 2 for a line.</param>
    /// <returns>How many are left; fewer than given when nothing is.</returns>
    internal static int Cut(View view, float* points, int count)
    {
        float* other = stackalloc float[(Most + 1) * Draw.Stride];
        for (int i = 0; i < count * Draw.Stride; i++)
        {
            if (i % Draw.Stride < 4 && !float.IsFinite(points[i]))
                return 0;
        }

        float* from = points, to = other;
        for (int plane = 0; plane < Planes && count > 0; plane++)
        {
            count = Cut(view, new Polygon(from, count), to, plane);
            float* swapped = from;
            from = to;
            to = swapped;
        }

        for (int i = 0; i < count; i++)
            Place(from + i * Draw.Stride, points + i * Draw.Stride);
        return count;
    }

    private static int Cut(View view, Polygon polygon, float* to, int plane)
    {
        int left = 0, edges = polygon.Count == 2 ? 1 : polygon.Count;
        for (int i = 0; i < polygon.Count; i++)
        {
            float* here = polygon.Points + i * Draw.Stride, next = polygon.Points + (i + 1) % polygon.Count * Draw.Stride;
            float inside = Inside(view, here, plane), nextInside = Inside(view, next, plane);
            if (inside >= 0)
                Copy(here, to + left++ * Draw.Stride);
            if (i < edges && inside >= 0 != nextInside >= 0)
                Mix(here, next, inside / (inside - nextInside), to + left++ * Draw.Stride);
        }

        return left;
    }

    private static float Inside(View view, float* point, int plane) => plane switch
    {
        0 => point[3] - (view.IsPerspective ? (float)view.Near : 0),
        1 => point[0] - Left * point[3],
        2 => Right * point[3] - point[0],
        3 => point[1] - Left * point[3],
        _ => Right * point[3] - point[1],
    };

    private static void Copy(float* from, float* to) => Mix(from, from, 0, to);

    private static void Mix(float* from, float* towards, float share, float* to)
    {
        for (int part = 0; part < Draw.Stride; part++)
            to[part] = share == 0 ? from[part] : from[part] + (towards[part] - from[part]) * share;
        // Colours are bits: they do not mix as numbers do. The nearer point's is taken.
        if (share > 0 && BitConverter.SingleToInt32Bits(from[7]) is > 0 and < 0x1000000)
            to[7] = share < 0.5f ? from[7] : towards[7];
    }

    private static void Place(float* from, float* to)
    {
        float inverse = 1 / from[3];
        (to[0], to[1], to[2], to[3]) = (Draw.Snap(from[0] * inverse), Draw.Snap(from[1] * inverse), from[2] * inverse, inverse);
        for (int part = 4; part < Draw.Stride; part++)
            to[part] = from[part];
    }

    private readonly struct Polygon(float* points, int count)
    {
        internal readonly float* Points = points;

        internal readonly int Count = count;
    }
}
