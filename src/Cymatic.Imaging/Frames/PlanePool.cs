using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>Planes from the pool that frames come from.</summary>
public static class Plane
{
    /// <summary>Rents a plane whose numbers are not defined: fill all of them.</summary>
    /// <typeparam name="T">The number of a pixel.</typeparam>
    /// <param name="width">1 to <see cref="Frame.MaxSide"/> pixels.</param>
    /// <param name="height">1 to <see cref="Frame.MaxSide"/> pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side out of range, or a plane of 2 GiB or more.</exception>
    public static Plane<T> Rent<T>(int width, int height)
        where T : unmanaged
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Frame.MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, Frame.MaxSide);
        long size = (((long)width * height * Unsafe.SizeOf<T>()) + 63) & ~63L;
        if (size > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(height), height, $"A plane of {width}×{height} pixels takes 2 GiB or more.");
        return new Plane<T>(FramePool.Rent((int)size), width, height);
    }
}
