using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>
/// A mode's mixed colour, as premultiplied numbers of 0 … 1: source alpha · target alpha · B(target colour, source colour), where B is the
/// specification's blend function of straight colours.
/// </summary>
/// <remarks>W3C Compositing and Blending Level 1, section 10.1.</remarks>
internal interface IBlendFormula
{
    /// <summary>Mixes one channel of several pixels.</summary>
    /// <param name="s">Source, premultiplied.</param>
    /// <param name="t">Target, premultiplied.</param>
    /// <param name="sa">Source alpha.</param>
    /// <param name="ta">Target alpha.</param>
    static abstract Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta);
}

internal readonly struct Multiply : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) => s * t;
}

internal readonly struct Screen : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) => (s * ta) + (t * sa) - (s * t);
}

internal readonly struct HardLight : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) => Vector.ConditionalSelect(
        Vector.LessThanOrEqual(s + s, sa),
        2 * s * t,
        (sa * ta) - (2 * (ta - t) * (sa - s)));
}

internal readonly struct Overlay : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) => HardLight.Mix(t, s, ta, sa);
}

internal readonly struct Darken : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) => Vector.Min(s * ta, t * sa);
}

internal readonly struct Lighten : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) => Vector.Max(s * ta, t * sa);
}

internal readonly struct Add : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) =>
        Vector.Min((s * ta) + (t * sa), sa * ta);
}

internal readonly struct Subtract : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) =>
        Vector.Max((t * sa) - (s * ta), Vector<float>.Zero);
}

internal readonly struct Difference : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) =>
        Vector.Abs((t * sa) - (s * ta));
}

internal readonly struct Exclusion : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta) =>
        (s * ta) + (t * sa) - (2 * s * t);
}

internal readonly struct ColorDodge : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta)
    {
        Vector<float> light = Vector.Min(sa * ta, sa * sa * t / Vector.Max(sa - s, new Vector<float>(1e-6f)));
        return Vector.ConditionalSelect(Vector.Equals(t, Vector<float>.Zero), Vector<float>.Zero, light);
    }
}

internal readonly struct ColorBurn : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta)
    {
        Vector<float> dark = (sa * ta) - Vector.Min(sa * ta, sa * sa * (ta - t) / Vector.Max(s, new Vector<float>(1e-6f)));
        return Vector.ConditionalSelect(Vector.GreaterThanOrEqual(t, ta), sa * ta, dark);
    }
}

internal readonly struct SoftLight : IBlendFormula
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Mix(Vector<float> s, Vector<float> t, Vector<float> sa, Vector<float> ta)
    {
        Vector<float> colour = Vector.Min(t / Vector.Max(ta, new Vector<float>(1e-6f)), Vector<float>.One), tilt = s + s - sa;
        Vector<float> curve = Vector.ConditionalSelect(
            Vector.LessThanOrEqual(colour, new Vector<float>(0.25f)),
            ((((16 * colour) - new Vector<float>(12)) * colour) + new Vector<float>(4)) * colour,
            Vector.SquareRoot(colour));
        Vector<float> darker = colour * (Vector<float>.One - colour), lighter = curve - colour;
        Vector<float> change = Vector.ConditionalSelect(Vector.LessThanOrEqual(tilt, Vector<float>.Zero), darker, lighter);
        return ta * ((sa * colour) + (tilt * change));
    }
}
