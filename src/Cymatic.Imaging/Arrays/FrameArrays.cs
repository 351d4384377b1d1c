using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Cymatic.Imaging;

/// <summary>
/// Frames from arrays of numbers and back, row after row: height × width × channels, where 1 channel is grey, 2 grey and alpha, 3 red,
/// green, blue, and 4 these and alpha; colours are straight. Whole-number types reach from 0 to their largest value (so byte 255 and ushort
/// 65535 are white), others from 0 to 1. What lies outside is limited; NaN is 0.
/// </summary>
public static class FrameArrays
{
    /// <summary>Fills a frame from an array.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <param name="frame">The frame, all of which is filled.</param>
    /// <param name="values">Height · width · channels numbers.</param>
    /// <param name="channels">1 to 4.</param>
    /// <exception cref="ArgumentException">Not as many numbers as the frame has pixels, times the channels.</exception>
    public static void Fill<T>(this Frame frame, ReadOnlySpan<T> values, int channels)
        where T : INumber<T>
    {
        int row = Check(frame, values.Length, channels, nameof(values));
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<T> numbers = values.Slice(y * row, row);
            Span<uint> pixels = frame.PixelRow(y);
            int done = FillFast(numbers, pixels, channels);
            for (int x = done; x < pixels.Length; x++)
                pixels[x] = Pixel(numbers.Slice(x * channels, channels));
        }
    }

    /// <summary>Writes a frame to an array, as numbers of its type's range.</summary>
    /// <typeparam name="T">Any number type.</typeparam>
    /// <param name="frame">The frame.</param>
    /// <param name="values">Height · width · channels numbers, which are filled.</param>
    /// <param name="channels">1 (the mean of red, green, blue) to 4.</param>
    /// <exception cref="ArgumentException">Not as many numbers as the frame has pixels, times the channels.</exception>
    public static void CopyTo<T>(this Frame frame, Span<T> values, int channels)
        where T : INumber<T>
    {
        int row = Check(frame, values.Length, channels, nameof(values));
        Span<T> numbers = new T[256];
        for (int value = 0; value < 256; value++)
            numbers[value] = NumberRange<T>.FromByte((byte)value);
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<uint> pixels = frame.PixelRow(y);
            Span<T> target = values.Slice(y * row, row);
            for (int x = 0; x < pixels.Length; x++)
                Write(pixels[x], numbers, target.Slice(x * channels, channels));
        }
    }

    /// <summary>Fills what is commonest in vectors; says how many pixels.</summary>
    private static int FillFast<T>(ReadOnlySpan<T> numbers, Span<uint> pixels, int channels)
        where T : INumber<T>
    {
        if (channels == 1 && typeof(T) == typeof(float))
        {
            GreyRow.Show(Same<T, float>(numbers), pixels);
            return pixels.Length;
        }

        if (channels == 1 && typeof(T) == typeof(byte))
        {
            GreyRow.Show(Same<T, byte>(numbers), pixels);
            return pixels.Length;
        }

        return channels == 3 && typeof(T) == typeof(byte) ? FillColours(Same<T, byte>(numbers), pixels) : 0;
    }

    // Four pixels are twelve bytes of sixteen that are read.
    private static int FillColours(ReadOnlySpan<byte> numbers, Span<uint> pixels)
    {
        Vector128<byte> order = Vector128.Create((byte)2, 1, 0, 99, 5, 4, 3, 99, 8, 7, 6, 99, 11, 10, 9, 99);
        int x = 0;
        for (; x <= pixels.Length - 4 && (3 * x) + 16 <= numbers.Length; x += 4)
        {
            Vector128<byte> four = Vector128.Create(numbers[(3 * x)..]);
            (Vector128.Shuffle(four, order).AsUInt32() | Vector128.Create(0xFF000000)).CopyTo(pixels[x..]);
        }

        return x;
    }

    private static ReadOnlySpan<TTo> Same<TFrom, TTo>(ReadOnlySpan<TFrom> numbers) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<TFrom, TTo>(ref MemoryMarshal.GetReference(numbers)), numbers.Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Pixel<T>(ReadOnlySpan<T> numbers)
        where T : INumber<T>
    {
        uint first = NumberRange<T>.ToByte(numbers[0]);
        uint rgb = numbers.Length < 3
            ? first * 0x010101
            : (first << 16) | ((uint)NumberRange<T>.ToByte(numbers[1]) << 8) | NumberRange<T>.ToByte(numbers[2]);
        if ((numbers.Length & 1) == 1)
            return 0xFF000000 | rgb;
        return PixelLanes.Scale(0xFF000000 | rgb, NumberRange<T>.ToByte(numbers[^1]));
    }

    private static void Write<T>(uint pixel, ReadOnlySpan<T> numbers, Span<T> target)
    {
        uint alpha = pixel >> 24, red = (pixel >> 16) & 255, green = (pixel >> 8) & 255, blue = pixel & 255;
        if (alpha is > 0 and < 255)
            (red, green, blue) = (PixelLanes.Straight(red, alpha), PixelLanes.Straight(green, alpha), PixelLanes.Straight(blue, alpha));
        if (target.Length < 3)
        {
            target[0] = numbers[(int)((red + green + blue + 1) / 3)];
        }
        else
        {
            target[0] = numbers[(int)red];
            target[1] = numbers[(int)green];
            target[2] = numbers[(int)blue];
        }

        if ((target.Length & 1) == 0)
            target[^1] = numbers[(int)alpha];
    }

    private static int Check(Frame frame, int length, int channels, string name)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (channels is < 1 or > 4)
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "A pixel has 1 to 4 channels.");
        if (length != (long)frame.Width * frame.Height * channels)
        {
            throw new ArgumentException(
                $"{length} numbers are not {frame.Height} rows of {frame.Width} pixels of {channels} channels.", name);
        }

        return frame.Width * channels;
    }
}
