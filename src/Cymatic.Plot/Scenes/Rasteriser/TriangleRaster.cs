using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>Draws triangles into a band.</summary>
/// <remarks>
/// A sample belongs to a triangle when it lies on the inner side of all three edges (Pineda, SIGGRAPH 1988). Points lie on a grid, and the
/// sides are exact; a sample on an edge, or on a point, counts as if it were a little to the left: of all triangles around, one has it.
/// </remarks>
internal static unsafe class TriangleRaster
{
    // Less than any difference of products that is not 0, whose grid is 2⁻¹⁶.
    private const float Tiny = 1f / (1 << 18);

    /// <summary>Draws a triangle of three points (<see cref="Draw.Stride"/> numbers each) where it lies in the band.</summary>
    /// <param name="band">Where to draw.</param>
    /// <param name="lighting">Its colours.</param>
    /// <param name="a">A point.</param>
    /// <param name="b">A point.</param>
    /// <param name="c">A point.</param>
    /// <param name="flat">The normal of all of it; null: those of the points.</param>
    [SkipLocalsInit]
    internal static void Draw<T>(Band band, Lighting lighting, float* a, float* b, float* c, float* flat)
        where T : struct, IWriting
    {
        double area = ((double)b[0] - a[0]) * ((double)c[1] - a[1]) - ((double)b[1] - a[1]) * ((double)c[0] - a[0]);
        if (area == 0 || !Window.Of(band, a, b, c, out Window window))
            return;
        if (area < 0)
        {
            float* swapped = b;
            b = c;
            c = swapped;
            area = -area;
        }

        Samples samples = band.Samples;
        Vector256<float> ax = Vector256.Create(a[0]), bx = Vector256.Create(b[0]), cx = Vector256.Create(c[0]);
        Vector256<float> dx0 = cx - bx, dx1 = ax - cx, dx2 = bx - ax;
        Vector256<float> dy0 = Vector256.Create(c[1] - b[1]), dy1 = Vector256.Create(a[1] - c[1]), dy2 = Vector256.Create(b[1] - a[1]);
        Vector256<float> least0 = Least(dx0, dy0), least1 = Least(dx1, dy1), least2 = Least(dx2, dy2);
        Vector256<float> share = Vector256.Create((float)(1 / area));
        Vector256<float> depth0 = Vector256.Create(a[2]), depth1 = Vector256.Create(b[2] - a[2]), depth2 = Vector256.Create(c[2] - a[2]);
        Varying varying;
        Unsafe.SkipInit(out varying);
        bool ready = false;
        for (int row = window.Top; row <= window.Bottom; row++)
        {
            Vector256<float> y = Vector256.Create((float)row) + samples.Y;
            Vector256<float> y0 = y - Vector256.Create(b[1]), y1 = y - Vector256.Create(c[1]), y2 = y - Vector256.Create(a[1]);
            long at = band.At(row, window.Left);
            for (int block = window.Left; block <= window.Right; block++, at += 8)
            {
                Vector256<float> x = Vector256.Create((float)(block << samples.Shift)) + samples.X;
                Vector256<float> side1 = Lanes.Edge(dx1, dy1, x - cx, y1), side2 = Lanes.Edge(dx2, dy2, x - ax, y2);
                Vector256<float> mask = Vector256.GreaterThan(Lanes.Edge(dx0, dy0, x - bx, y0), least0)
                    & Vector256.GreaterThan(side1, least1) & Vector256.GreaterThan(side2, least2);
                Vector256<float> u = side1 * share, v = side2 * share, depth = Lanes.Fused(v, depth2, Lanes.Fused(u, depth1, depth0));
                mask &= Vector256.GreaterThan(depth, Vector256.Load(band.Depths + at));
                if (mask.AsInt32() == Vector256<int>.Zero)
                    continue;
                if (!ready && !varying.Prepare(lighting, a, b, c, flat))
                    return;
                ready = true;
                Shade<T>(lighting, ref varying, new(band, at), mask, (u, v, x, y, depth));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Shade<T>(
        Lighting lighting, ref Varying varying, Target to, Vector256<float> mask,
        (Vector256<float> U, Vector256<float> V, Vector256<float> X, Vector256<float> Y, Vector256<float> Depth) at)
        where T : struct, IWriting
    {
        Vector256<float> u = at.U, v = at.V, alpha = Vector256<float>.One;
        varying.Unbend(ref u, ref v);
        Triple color;
        if (lighting.Paint.IsEachPoint)
        {
            color = varying.ColorAt(u, v);
            alpha = Vector256.Create(lighting.Paint.Opacity);
        }
        else
        {
            Vector256<int> look = lighting.Look(varying.ValueAt(u, v));
            color = new(Lanes.Part(look, 16), Lanes.Part(look, 8), Lanes.Part(look, 0));
            if (T.Blends)
                alpha = lighting.Alpha(look);
        }

        lighting.Light(ref color, varying.NormalAt(u, v), (at.X, at.Y), at.Depth);
        Fragments.Write<T>(to, mask, at.Depth, color, alpha);
    }

    // Samples on an edge count where it runs downwards, or level and to the right: as if they all were a little to the left and below.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> Least(Vector256<float> dx, Vector256<float> dy)
    {
        Vector256<float> level = Vector256.Equals(dy, Vector256<float>.Zero) & Vector256.GreaterThan(dx, Vector256<float>.Zero);
        return (Vector256.GreaterThan(dy, Vector256<float>.Zero) | level) & Vector256.Create(-Tiny);
    }

    /// <summary>The vectors of a band in which samples of a triangle can lie.</summary>
    internal readonly struct Window(int left, int top, int right, int bottom)
    {
        internal readonly int Left = left, Top = top, Right = right, Bottom = bottom;

        internal static bool Of(Band band, float* a, float* b, float* c, out Window window) => Of(
            band,
            Vector128.MinNative(Vector128.MinNative(Vector128.Load(a), Vector128.Load(b)), Vector128.Load(c)),
            Vector128.MaxNative(Vector128.MaxNative(Vector128.Load(a), Vector128.Load(b)), Vector128.Load(c)),
            out window);

        /// <summary>The vectors that have samples from the least to the greatest column (first number) and row (second).</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static bool Of(Band band, Vector128<float> least, Vector128<float> greatest, out Window window)
        {
            Samples samples = band.Samples;
            Vector128<int> from = Vector128.ConvertToInt32Native(Vector128.Ceiling((least - samples.Last) * samples.PerPixel));
            Vector128<int> to = Vector128.ConvertToInt32Native(Vector128.Floor((greatest - samples.First) * samples.PerPixel));
            from = Vector128.Max(from, band.Least);
            to = Vector128.Min(to, band.Greatest);
            window = new(from[0], from[1], to[0], to[1]);
            return window.Top <= window.Bottom && window.Left <= window.Right;
        }
    }
}
