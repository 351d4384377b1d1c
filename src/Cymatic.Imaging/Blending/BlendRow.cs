using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>One row of pixels blended onto another, in any mode.</summary>
internal static class BlendRow
{
    /// <summary>Blends.</summary>
    /// <param name="mode">How colours mix.</param>
    /// <param name="source">Premultiplied pixels.</param>
    /// <param name="target">As many premultiplied pixels, which change.</param>
    /// <param name="weight">Opacity, 0 … 255.</param>
    public static void Apply(BlendMode mode, ReadOnlySpan<uint> source, Span<uint> target, int weight)
    {
        switch (mode)
        {
            case BlendMode.Normal: Over(source, target, weight); break;
            case BlendMode.Multiply: Mix<Multiply>(source, target, weight); break;
            case BlendMode.Screen: Mix<Screen>(source, target, weight); break;
            case BlendMode.Overlay: Mix<Overlay>(source, target, weight); break;
            case BlendMode.Darken: Mix<Darken>(source, target, weight); break;
            case BlendMode.Lighten: Mix<Lighten>(source, target, weight); break;
            case BlendMode.Add: Mix<Add>(source, target, weight); break;
            case BlendMode.Subtract: Mix<Subtract>(source, target, weight); break;
            case BlendMode.Difference: Mix<Difference>(source, target, weight); break;
            case BlendMode.SoftLight: Mix<SoftLight>(source, target, weight); break;
            case BlendMode.HardLight: Mix<HardLight>(source, target, weight); break;
            case BlendMode.ColorDodge: Mix<ColorDodge>(source, target, weight); break;
            case BlendMode.ColorBurn: Mix<ColorBurn>(source, target, weight); break;
            default: Mix<Exclusion>(source, target, weight); break;
        }
    }

    /// <summary>Source over target, rounded as Cairo rounds.</summary>
    public static void Over(ReadOnlySpan<uint> source, Span<uint> target, int weight)
    {
        int lanes = Vector<uint>.Count, i = 0;
        var factor = new Vector<ushort>((ushort)weight);
        var opaque = new Vector<uint>(0xFF000000);
        for (; i <= source.Length - lanes; i += lanes)
        {
            var over = new Vector<uint>(source[i..]);
            if (weight < 255)
                over = PixelLanes.Scale(over, factor);
            if (Vector.GreaterThanOrEqualAll(over, opaque))
                over.CopyTo(target[i..]);
            else if (over != Vector<uint>.Zero)
                PixelLanes.Over(over, new Vector<uint>(target[i..])).CopyTo(target[i..]);
        }

        for (; i < source.Length; i++)
            target[i] = PixelLanes.Over(PixelLanes.Scale(source[i], (uint)weight), target[i]);
    }

    private static void Mix<TFormula>(ReadOnlySpan<uint> source, Span<uint> target, int weight)
        where TFormula : IBlendFormula
    {
        int lanes = Vector<uint>.Count, i = 0;
        var scale = new Vector<float>(weight / (255f * 255));
        for (; i <= source.Length - lanes; i += lanes)
            Mix<TFormula>(new Vector<uint>(source[i..]), new Vector<uint>(target[i..]), scale).CopyTo(target[i..]);
        if (i == source.Length)
            return;
        Span<uint> over = stackalloc uint[lanes], under = stackalloc uint[lanes];
        source[i..].CopyTo(over);
        target[i..].CopyTo(under);
        Mix<TFormula>(new Vector<uint>(over), new Vector<uint>(under), scale).CopyTo(under);
        under[..(source.Length - i)].CopyTo(target[i..]);
    }

    // Source and target are brought to 0 … 1; the source with its opacity.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Mix<TFormula>(Vector<uint> source, Vector<uint> target, Vector<float> scale)
        where TFormula : IBlendFormula
    {
        var unit = new Vector<float>(1 / 255f);
        Vector<float> sa = Number(source >>> 24) * scale, ta = Number(target >>> 24) * unit, alpha = sa + ta - (sa * ta);
        Vector<uint> mixed = Byte(alpha) << 24;
        for (int shift = 0; shift <= 16; shift += 8)
        {
            Vector<float> s = Number((source >>> shift) & new Vector<uint>(255)) * scale;
            Vector<float> t = Number((target >>> shift) & new Vector<uint>(255)) * unit;
            Vector<float> sum = (s * (Vector<float>.One - ta)) + (t * (Vector<float>.One - sa)) + TFormula.Mix(s, t, sa, ta);
            mixed |= Byte(Vector.Max(Vector<float>.Zero, Vector.Min(sum, alpha))) << shift;
        }

        return mixed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Number(Vector<uint> bytes) => Vector.ConvertToSingle(Vector.AsVectorInt32(bytes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Byte(Vector<float> part) =>
        Vector.AsVectorUInt32(Vector.ConvertToInt32Native((part * 255) + new Vector<float>(0.5f)));
}
