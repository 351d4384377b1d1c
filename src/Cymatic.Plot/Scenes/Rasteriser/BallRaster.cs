using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>Draws balls into a band: discs whose depth and normal are those of a ball.</summary>
internal static unsafe class BallRaster
{
    /// <summary>Smaller ones are drawn as large, in pixels: none falls between the samples.</summary>
    internal const float LeastRadius = 0.6f;

    /// <summary>The radius in the picture of a ball, whose radius in space is in place of its normal.</summary>
    internal static float Radius(View view, float* ball) =>
        ball[4] > 0 ? Math.Max(LeastRadius, (float)(ball[4] * view.Focal * (view.IsPerspective ? ball[3] : 1))) : 0;

    /// <summary>Draws a ball where it lies in the band.</summary>
    [SkipLocalsInit]
    internal static void Draw<T>(Band band, Lighting lighting, float* ball)
        where T : struct, IWriting
    {
        View view = lighting.View;
        float radius = Radius(view, ball), x0 = ball[0], y0 = ball[1];
        Vector128<float> middle = Vector128.Create(x0, y0, 0, 0);
        Vector128<float> reach = Vector128.Create(radius);
        if (!TriangleRaster.Window.Of(band, middle - reach, middle + reach, out TriangleRaster.Window window)
            || (lighting.HasTable && float.IsNaN(ball[7])))
            return;
        (Triple color, float alpha) = Color(lighting, ball[7]);
        Vector256<float> per = Vector256.Create(1 / radius), alphas = Vector256.Create(alpha);
        for (int row = window.Top; row <= window.Bottom; row++)
        {
            Vector256<float> y = Vector256.Create((float)row) + band.Samples.Y, dy = (y - Vector256.Create(y0)) * per;
            for (int block = window.Left; block <= window.Right; block++)
            {
                Vector256<float> x = Vector256.Create((float)(block << band.Samples.Shift)) + band.Samples.X;
                Vector256<float> dx = (x - Vector256.Create(x0)) * per, height = Vector256<float>.One - dx * dx - dy * dy;
                Vector256<float> mask = Vector256.GreaterThan(height, Vector256<float>.Zero);
                height = Vector256.Sqrt(Vector256.MaxNative(height, Vector256<float>.Zero));
                long at = band.At(row, block);
                Vector256<float> depth = Depth(view, ball, height);
                mask &= Vector256.GreaterThan(depth, Vector256.Load(band.Depths + at));
                if (mask.AsInt32() == Vector256<int>.Zero)
                    continue;
                Triple lit = color;
                lighting.Light(ref lit, Normal(view, dx, dy, height), (x, y), depth);
                Fragments.Write<T>(new(band, at), mask, depth, lit, alphas);
            }
        }
    }

    private static (Triple Color, float Alpha) Color(Lighting lighting, float value)
    {
        Vector256<int> argb = lighting.Paint.IsEachPoint
            ? Vector256.Create(BitConverter.SingleToInt32Bits(value) | unchecked((int)0xFF000000))
            : lighting.Look(Vector256.Create(value));
        return (new(Lanes.Part(argb, 16), Lanes.Part(argb, 8), Lanes.Part(argb, 0)), lighting.Alpha(argb).ToScalar());
    }

    private static Triple Normal(View view, Vector256<float> dx, Vector256<float> dy, Vector256<float> height)
    {
        return new(
            Part(view.Right.X, view.Up.X, view.Forward.X), Part(view.Right.Y, view.Up.Y, view.Forward.Y),
            Part(view.Right.Z, view.Up.Z, view.Forward.Z));

        Vector256<float> Part(double right, double up, double forward) => dx * (float)right - dy * (float)up - height * (float)forward;
    }

    // A radius nearer where the ball faces the viewer.
    private static Vector256<float> Depth(View view, float* ball, Vector256<float> height)
    {
        float near = (float)view.Near, far = (float)view.Far;
        if (!view.IsPerspective)
            return Vector256.Create(ball[2]) + height * (ball[4] / (far - near));
        Vector256<float> distance = Vector256.MaxNative(Vector256.Create(1 / ball[3]) - height * ball[4], Vector256.Create(near));
        return (Vector256.Create(near * far) / distance - Vector256.Create(near)) * (1 / (far - near));
    }
}
