namespace Cymatic.Imaging;

/// <summary>
/// A pooled picture of one number for each pixel: a mask of bytes (0 hides, 255 shows), a grey picture of float32 (0 black, 1 white),
/// labels of ints. Rent it (<see cref="Plane.Rent"/>), fill all of it, dispose it; its owner is whoever rented it.
/// </summary>
/// <typeparam name="T">The number of a pixel.</typeparam>
public sealed class Plane<T> : IDisposable
    where T : unmanaged
{
    private FrameMemory? _memory;

    internal Plane(FrameMemory memory, int width, int height)
    {
        _memory = memory;
        Width = width;
        Height = height;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>All Width·Height numbers, row after row without padding; the first starts at a multiple of 64 bytes.</summary>
    /// <exception cref="ObjectDisposedException">The plane went back to the pool.</exception>
    public Span<T> Values
    {
        get
        {
            ObjectDisposedException.ThrowIf(_memory is null, this);
            unsafe
            {
                return new Span<T>((void*)_memory.DangerousGetHandle(), Width * Height);
            }
        }
    }

    /// <summary>The numbers of one row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such row.</exception>
    public Span<T> Row(int y)
    {
        if ((uint)y >= (uint)Height)
            throw new ArgumentOutOfRangeException(nameof(y), y, $"A plane of {Height} rows has no row {y}.");
        return Values.Slice(y * Width, Width);
    }

    /// <summary>Gives the numbers back to the pool. They must not be touched afterwards.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _memory, null) is { } memory)
            FramePool.Return(memory);
    }
}
