using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Plot;

/// <summary>How samples are written.</summary>
internal interface IWriting
{
    /// <summary>Whether colours are mixed with what is behind; depths then stay.</summary>
    static abstract bool Blends { get; }
}

/// <summary>Nearest wins.</summary>
internal readonly struct Opaque : IWriting
{
    public static bool Blends => false;
}

/// <summary>Each lies over what was drawn before.</summary>
internal readonly struct Blended : IWriting
{
    public static bool Blends => true;
}

/// <summary>Where eight samples lie.</summary>
internal readonly unsafe struct Target(Band band, long at)
{
    internal readonly float* Depths = band.Depths + at;

    internal readonly int* Colors = band.Colors + at;
}

/// <summary>Writes eight samples.</summary>
internal static unsafe class Fragments
{
    /// <summary>Writes colours of parts 0 to 255 where the mask is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Write<T>(Target to, Vector256<float> mask, Vector256<float> depth, Triple color, Vector256<float> alpha)
        where T : struct, IWriting
    {
        Vector256<int> old = Vector256.Load(to.Colors), now;
        if (T.Blends)
        {
            // Premultiplied: alpha · color + (1 − alpha) · old, of parts that are cut at 255 before.
            Vector256<float> rest = Vector256<float>.One - alpha, most = Vector256.Create(255f);
            now = Lanes.Pack(
                alpha * 255f + rest * Lanes.Part(old, 24),
                alpha * Vector256.MinNative(color.X, most) + rest * Lanes.Part(old, 16),
                alpha * Vector256.MinNative(color.Y, most) + rest * Lanes.Part(old, 8),
                alpha * Vector256.MinNative(color.Z, most) + rest * Lanes.Part(old, 0));
        }
        else
        {
            now = Lanes.Pack(Vector256.Create(255f), color.X, color.Y, color.Z);
            Vector256.ConditionalSelect(mask, depth, Vector256.Load(to.Depths)).Store(to.Depths);
        }

        Vector256.ConditionalSelect(mask.AsInt32(), now, old).Store(to.Colors);
    }

    /// <summary>Writes opaque colours that lie between 0 and 255, with the half added that rounding needs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void WriteInside(Target to, Vector256<float> mask, Vector256<float> depth, Triple color)
    {
        Vector256<int> red = Vector256.ConvertToInt32Native(color.X), green = Vector256.ConvertToInt32Native(color.Y);
        Vector256<int> blue = Vector256.ConvertToInt32Native(color.Z);
        Vector256<int> now = Vector256.Create(unchecked((int)0xFF000000)) | (red << 16) | (green << 8) | blue;
        Vector256.ConditionalSelect(mask, depth, Vector256.Load(to.Depths)).Store(to.Depths);
        Vector256.ConditionalSelect(mask.AsInt32(), now, Vector256.Load(to.Colors)).Store(to.Colors);
    }
}
