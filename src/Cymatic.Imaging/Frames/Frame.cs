using System.Runtime.InteropServices;

namespace Cymatic.Imaging;

/// <summary>
/// A pooled picture of 8-bit blue, green, red, alpha bytes with colour premultiplied by alpha: Cairo's ARGB32 on a little-endian
/// machine and ffmpeg's bgra. Rent it, fill all of it, dispose it; its owner is whoever rented it.
/// </summary>
/// <remarks>Rows start at multiples of 64 bytes in memory that the garbage collector never moves.</remarks>
public sealed class Frame : IDisposable
{
    /// <summary>The longest side that a frame can have, in pixels (Cairo's limit).</summary>
    public const int MaxSide = 32767;

    private FrameMemory? _memory;

    private Frame(FrameMemory memory, int width, int height, int stride)
    {
        _memory = memory;
        Width = width;
        Height = height;
        Stride = stride;
    }

    /// <summary>Frames and planes of this process that were rented and not yet disposed.</summary>
    public static int Outstanding => FramePool.Outstanding;

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Bytes from one row to the next: 4·<see cref="Width"/> rounded up to a multiple of 64.</summary>
    public int Stride { get; }

    /// <summary>All <see cref="Stride"/>·<see cref="Height"/> bytes, the padding after each row included.</summary>
    public Span<byte> Pixels
    {
        get
        {
            unsafe
            {
                return new Span<byte>((void*)Pointer, Stride * Height);
            }
        }
    }

    /// <summary>Address of the first pixel.</summary>
    internal nint Pointer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory is null, this);
            return _memory.DangerousGetHandle();
        }
    }

    /// <summary>Rents a frame whose pixels are not defined: fill all of them.</summary>
    /// <param name="width">1 to <see cref="MaxSide"/> pixels.</param>
    /// <param name="height">1 to <see cref="MaxSide"/> pixels.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side out of range, or a picture of 2 GiB or more.</exception>
    public static Frame Rent(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, MaxSide);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(height, MaxSide);
        int stride = (width * 4 + 63) & ~63;
        if ((long)stride * height > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(height), height, $"A picture of {width}×{height} pixels takes 2 GiB or more.");
        return new Frame(FramePool.Rent(stride * height), width, height, stride);
    }

    /// <summary>The bytes of one row: 4·<see cref="Width"/>, without padding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public Span<byte> Row(int y)
    {
        if ((uint)y >= (uint)Height)
            throw new ArgumentOutOfRangeException(nameof(y), y, $"A frame of {Height} rows has no row {y}.");
        unsafe
        {
            return new Span<byte>((byte*)Pointer + (nint)y * Stride, Width * 4);
        }
    }

    /// <summary>The pixels of one row as premultiplied 0xAARRGGBB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public Span<uint> PixelRow(int y) => MemoryMarshal.Cast<byte, uint>(Row(y));

    /// <summary>Gives the pixels back to the pool. They must not be touched afterwards.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _memory, null) is { } memory)
            FramePool.Return(memory);
    }
}
