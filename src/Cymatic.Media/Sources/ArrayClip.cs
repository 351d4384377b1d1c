using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Clips of arrays of numbers, as simulations and other libraries make them.</summary>
/// <remarks>
/// An array is height × width × channels, or height × width for grey: 1 channel is grey, 2 are grey and alpha, 3 red, green and blue, 4
/// these and straight alpha. Whole-number types reach from 0 to their largest value (byte 255, ushort 65535), others from 0 to 1.
/// </remarks>
public static class ArrayClip
{
    /// <summary>A picture that stands still.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <param name="picture">Height × width × channels; copied.</param>
    /// <param name="duration">In seconds; by default it never ends.</param>
    public static VideoClip Of<T>(T[,,] picture, double duration = double.PositiveInfinity)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Still((picture.GetLength(1), picture.GetLength(0)), Span<T>(picture), picture.GetLength(2), duration);
    }

    /// <summary>A grey picture that stands still.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <param name="picture">Height × width; copied.</param>
    /// <param name="duration">In seconds; by default it never ends.</param>
    public static VideoClip Of<T>(T[,] picture, double duration = double.PositiveInfinity)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(picture);
        return Still((picture.GetLength(1), picture.GetLength(0)), Span<T>(picture), 1, duration);
    }

    /// <summary>Pictures by a function of time.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <param name="size">Width and height of every picture.</param>
    /// <param name="duration">In seconds.</param>
    /// <param name="pictures">Height × width × channels for a time in seconds; thread-safe and pure.</param>
    public static VideoClip Of<T>((int Width, int Height) size, double duration, Func<double, T[,,]> pictures)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return VideoClip.From(size.Width, size.Height, duration, (double t, Frame frame) =>
        {
            T[,,] picture = pictures(t);
            Check(size, (picture.GetLength(1), picture.GetLength(0)), t);
            frame.Fill(Span<T>(picture), picture.GetLength(2));
        });
    }

    /// <summary>Grey pictures by a function of time.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <param name="size">Width and height of every picture.</param>
    /// <param name="duration">In seconds.</param>
    /// <param name="pictures">Height × width for a time in seconds; thread-safe and pure.</param>
    public static VideoClip Of<T>((int Width, int Height) size, double duration, Func<double, T[,]> pictures)
        where T : unmanaged, INumber<T>
    {
        ArgumentNullException.ThrowIfNull(pictures);
        return VideoClip.From(size.Width, size.Height, duration, (double t, Frame frame) =>
        {
            T[,] picture = pictures(t);
            Check(size, (picture.GetLength(1), picture.GetLength(0)), t);
            frame.Fill(Span<T>(picture), 1);
        });
    }

    private static VideoClip Still<T>((int Width, int Height) size, ReadOnlySpan<T> values, int channels, double duration)
        where T : unmanaged, INumber<T>
    {
        using Frame frame = Frame.Rent(size.Width, size.Height);
        frame.Fill(values, channels);
        return VideoClip.From(frame, duration);
    }

    private static void Check((int Width, int Height) size, (int Width, int Height) given, double t)
    {
        if (given != size)
        {
            throw new InvalidOperationException(
                $"The array at {t} s has {given.Width}×{given.Height} pixels, in a clip of {size.Width}×{size.Height}.");
        }
    }

    private static ReadOnlySpan<T> Span<T>(Array values)
        where T : unmanaged => MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(values)), values.Length);
}
