using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>What changes over a triangle, from its first point towards the two others: normal, value or colour, 1 / distance.</summary>
internal unsafe struct Varying
{
    // Where distances differ by less, the picture of a straight change is straight within a fraction of a colour's step.
    private const float Level = 1.002f;
    private const int Normal = 0, Value = 9;

    private fixed float _parts[18];
    private float _inverse0, _inverse1, _inverse2;
    private bool _bends;

    internal bool IsReady { get; private set; }

    /// <summary>Takes what three points have; false when one has no value.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal bool Prepare(Lighting lighting, float* a, float* b, float* c, float* flat)
    {
        IsReady = true;
        (_inverse0, _inverse1, _inverse2) = (a[3], b[3], c[3]);
        _bends = Math.Max(a[3], Math.Max(b[3], c[3])) > Level * Math.Min(a[3], Math.Min(b[3], c[3]));
        for (int part = 0; part < 3; part++)
        {
            if (flat is null)
                Set(Normal + 3 * part, a[4 + part], b[4 + part], c[4 + part]);
            else
                Set(Normal + 3 * part, flat[part], flat[part], flat[part]);
        }

        if (!lighting.Paint.IsEachPoint)
        {
            Set(Value, a[7], b[7], c[7]);
            return !lighting.HasTable || !float.IsNaN(a[7] + b[7] + c[7]);
        }

        int first = BitConverter.SingleToInt32Bits(a[7]), second = BitConverter.SingleToInt32Bits(b[7]);
        int third = BitConverter.SingleToInt32Bits(c[7]);
        for (int part = 0; part < 3; part++)
        {
            int shift = 16 - 8 * part;
            Set(Value + 3 * part, (first >> shift) & 0xFF, (second >> shift) & 0xFF, (third >> shift) & 0xFF);
        }

        return true;
    }

    /// <summary>The shares of the second and third point where the picture's are these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly void Unbend(ref Vector256<float> u, ref Vector256<float> v)
    {
        if (!_bends)
            return;
        Vector256<float> second = u * _inverse1, third = v * _inverse2, first = (Vector256<float>.One - u - v) * _inverse0;
        Vector256<float> sum = Vector256<float>.One / (first + second + third);
        (u, v) = (second * sum, third * sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Triple NormalAt(Vector256<float> u, Vector256<float> v) => new(At(Normal, u, v), At(Normal + 3, u, v), At(Normal + 6, u, v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Triple ColorAt(Vector256<float> u, Vector256<float> v) => new(At(Value, u, v), At(Value + 3, u, v), At(Value + 6, u, v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Vector256<float> ValueAt(Vector256<float> u, Vector256<float> v) => At(Value, u, v);

    private void Set(int part, float a, float b, float c) => (_parts[part], _parts[part + 1], _parts[part + 2]) = (a, b - a, c - a);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> At(int part, Vector256<float> u, Vector256<float> v) =>
        Lanes.Fused(
            v, Vector256.Create(_parts[part + 2]), Lanes.Fused(u, Vector256.Create(_parts[part + 1]), Vector256.Create(_parts[part])));
}
