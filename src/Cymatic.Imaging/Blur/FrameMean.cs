using System.Numerics;

namespace Cymatic.Imaging;

/// <summary>
/// The mean of several frames: motion blur. Add frames, then ask for their mean; it may be used again after <see cref="Clear"/>.
/// </summary>
public sealed class FrameMean : IDisposable
{
    /// <summary>The most frames that a mean can be of.</summary>
    public const int MaxFrames = 257;

    // Sums of bytes: 257 · 255 = 65,535.
    private readonly Plane<ushort> _sums;
    private readonly int _width;

    /// <summary>Rents room for sums; give it back by Dispose.</summary>
    /// <param name="width">Width of the frames.</param>
    /// <param name="height">Height of the frames.</param>
    public FrameMean(int width, int height)
    {
        // As wide as a plane may be: four sums for each pixel would not fit in a row.
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, Frame.MaxSide / 4);
        _sums = Plane.Rent<ushort>(width * 4, height);
        _width = width;
        Clear();
    }

    /// <summary>Frames added so far.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all frames.</summary>
    public void Clear()
    {
        _sums.Values.Clear();
        Count = 0;
    }

    /// <summary>Adds a frame.</summary>
    /// <exception cref="ArgumentException">A frame of another size.</exception>
    /// <exception cref="InvalidOperationException">More than <see cref="MaxFrames"/> frames.</exception>
    public void Add(Frame frame)
    {
        Check(frame);
        if (Count == MaxFrames)
            throw new InvalidOperationException($"A mean is of at most {MaxFrames} frames.");
        Count++;
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<byte> row = frame.Row(y);
            Span<ushort> sums = _sums.Row(y);
            int lanes = Vector<byte>.Count, half = lanes / 2, i = 0;
            for (; i <= row.Length - lanes; i += lanes)
            {
                Vector.Widen(new Vector<byte>(row[i..]), out Vector<ushort> low, out Vector<ushort> high);
                (new Vector<ushort>(sums[i..]) + low).CopyTo(sums[i..]);
                (new Vector<ushort>(sums[(i + half)..]) + high).CopyTo(sums[(i + half)..]);
            }

            for (; i < row.Length; i++)
                sums[i] += row[i];
        }
    }

    /// <summary>Fills a frame with the mean, rounded.</summary>
    /// <exception cref="ArgumentException">A frame of another size.</exception>
    /// <exception cref="InvalidOperationException">No frame was added.</exception>
    public void MeanTo(Frame target)
    {
        Check(target);
        if (Count == 0)
            throw new InvalidOperationException("No frames have no mean.");
        float share = 1f / Count;
        for (int y = 0; y < target.Height; y++)
        {
            Span<byte> row = target.Row(y);
            ReadOnlySpan<ushort> sums = _sums.Row(y);
            int lanes = Vector<ushort>.Count, i = 0;
            for (; i <= row.Length - (2 * lanes); i += 2 * lanes)
                Vector.Narrow(Mean(sums[i..], share), Mean(sums[(i + lanes)..], share)).CopyTo(row[i..]);
            for (; i < row.Length; i++)
                row[i] = (byte)((sums[i] * share) + 0.5f);
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Dispose() => _sums.Dispose();

    private static Vector<ushort> Mean(ReadOnlySpan<ushort> sums, float share)
    {
        Vector.Widen(new Vector<ushort>(sums), out Vector<uint> low, out Vector<uint> high);
        return Vector.Narrow(Mean(low, share), Mean(high, share));
    }

    private static Vector<uint> Mean(Vector<uint> sums, float share)
    {
        Vector<float> mean = (Vector.ConvertToSingle(Vector.AsVectorInt32(sums)) * share) + new Vector<float>(0.5f);
        return Vector.AsVectorUInt32(Vector.ConvertToInt32Native(mean));
    }

    private void Check(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Width != _width || frame.Height != _sums.Height)
        {
            throw new ArgumentException(
                $"A frame of {frame.Width}×{frame.Height} pixels cannot be one of {_width}×{_sums.Height}.", nameof(frame));
        }
    }
}
