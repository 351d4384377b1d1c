namespace Cymatic.Signal;

/// <summary>The extremum of a parabola through three neighbours.</summary>
internal static class Parabola
{
    /// <summary>Its place, from −1 to 1 around the middle; 0 when it lies farther away.</summary>
    public static float Shift(float before, float middle, float after)
    {
        float a = after + before - (2 * middle), b = (after - before) / 2;
        return Math.Abs(b) >= Math.Abs(a) ? 0 : -b / a;
    }
}
