using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>Draws triangles of a few pixels, whose points have been lit: colours run straight between them.</summary>
/// <remarks>
/// Over so few pixels nothing tells this from lighting each sample. Products of such short sides have no more digits than a number
/// holds: the fused difference has the exact sign without a second step. Which samples belong to a triangle is as
/// <see cref="TriangleRaster"/> says.
/// </remarks>
internal static unsafe class SmallTriangleRaster
{
    /// <summary>Numbers of a lit point: red, green, blue as 0 to 255 and a half more, alpha.</summary>
    internal const int Stride = 4;

    // Pixels of a side; up to 14 would be exact.
    private const float Most = 4;

    /// <summary>Draws a triangle if it is small; false when it is not.</summary>
    /// <param name="band">Where to draw.</param>
    /// <param name="a">A point (<see cref="Plot.Draw.Stride"/> numbers).</param>
    /// <param name="b">A point.</param>
    /// <param name="c">A point.</param>
    /// <param name="lit">The three colours.</param>
    [SkipLocalsInit]
    internal static bool Draw<T>(Band band, float* a, float* b, float* c, Colors lit)
        where T : struct, IWriting
    {
        Vector128<float> p = Vector128.Load(a), q = Vector128.Load(b), r = Vector128.Load(c);
        Vector128<float> least = Vector128.MinNative(Vector128.MinNative(p, q), r);
        Vector128<float> greatest = Vector128.MaxNative(Vector128.MaxNative(p, q), r), size = greatest - least;
        if (!(size[0] <= Most && size[1] <= Most))
            return false;
        Vector128<float> pq = q - p, pr = r - p;
        float area = pq[0] * pr[1] - pq[1] * pr[0];
        if (area == 0 || !TriangleRaster.Window.Of(band, least, greatest, out TriangleRaster.Window window))
            return true;
        float* colorB = lit.B, colorC = lit.C;
        if (area < 0)
        {
            (q, r) = (r, q);
            colorB = lit.C;
            colorC = lit.B;
            area = -area;
        }

        Fill<T>(band, window, (p, q, r), new Colors(lit.A, colorB, colorC), 1 / area);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fill<T>(
        Band band, TriangleRaster.Window window, (Vector128<float> P, Vector128<float> Q, Vector128<float> R) at, Colors lit, float perArea)
        where T : struct, IWriting
    {
        Samples samples = band.Samples;
        Side side0 = new(at.Q, at.R), side1 = new(at.R, at.P), side2 = new(at.P, at.Q);
        Vector256<float> share = Vector256.Create(perArea);
        Straight depths = new(at.P[2], at.Q[2], at.R[2]), red = new(lit.A[0], lit.B[0], lit.C[0]);
        Straight green = new(lit.A[1], lit.B[1], lit.C[1]), blue = new(lit.A[2], lit.B[2], lit.C[2]);
        if (float.IsNaN(lit.A[0] + lit.B[0] + lit.C[0]))
            return;
        for (int row = window.Top; row <= window.Bottom; row++)
        {
            Vector256<float> y = Vector256.Create((float)row) + samples.Y;
            long to = band.At(row, window.Left);
            for (int block = window.Left; block <= window.Right; block++, to += 8)
            {
                Vector256<float> x = Vector256.Create((float)(block << samples.Shift)) + samples.X;
                Vector256<float> inner1 = side1.At(x, y), inner2 = side2.At(x, y), u = inner1 * share, v = inner2 * share;
                Vector256<float> depth = depths.At(u, v), mask = side0.Holds(side0.At(x, y)) & side1.Holds(inner1) & side2.Holds(inner2);
                mask &= Vector256.GreaterThan(depth, Vector256.Load(band.Depths + to));
                if (mask.AsInt32() == Vector256<int>.Zero)
                    continue;
                Triple color = new(red.At(u, v), green.At(u, v), blue.At(u, v));
                if (T.Blends)
                {
                    Straight alpha = new(lit.A[3], lit.B[3], lit.C[3]);
                    Fragments.Write<T>(new(band, to), mask, depth, color, alpha.At(u, v));
                }
                else
                {
                    Fragments.WriteInside(new(band, to), mask, depth, color);
                }
            }
        }
    }

    /// <summary>The colours of three points.</summary>
    internal readonly struct Colors(float* a, float* b, float* c)
    {
        internal readonly float* A = a, B = b, C = c;
    }

    /// <summary>A side of a triangle from one point to the next.</summary>
    private readonly struct Side
    {
        private readonly Vector256<float> _dx, _dy, _x, _y, _least;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Side(Vector128<float> from, Vector128<float> to)
        {
            Vector128<float> step = to - from;
            float dx = step[0], dy = step[1];
            (_dx, _dy, _x, _y) = (Vector256.Create(dx), Vector256.Create(dy), Vector256.Create(from[0]), Vector256.Create(from[1]));
            _least = TriangleRaster.Least(_dx, _dy);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector256<float> At(Vector256<float> x, Vector256<float> y) => Lanes.Fused(_dx, y - _y, -(_dy * (x - _x)));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector256<float> Holds(Vector256<float> inner) => Vector256.GreaterThan(inner, _least);
    }

    /// <summary>A number at the first point, and what changes towards the others.</summary>
    private readonly struct Straight
    {
        private readonly Vector256<float> _at, _second, _third;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Straight(float at, float second, float third) =>
            (_at, _second, _third) = (Vector256.Create(at), Vector256.Create(second - at), Vector256.Create(third - at));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Vector256<float> At(Vector256<float> u, Vector256<float> v) => Lanes.Fused(v, _third, Lanes.Fused(u, _second, _at));
    }
}
