using System.Buffers;
using System.Numerics;
using Cymatic.Imaging;

namespace Cymatic.Media;

/// <summary>Each picture is the mean of several around its time: moving things blur, as behind an open shutter.</summary>
/// <remarks>MoviePy's SuperSample; rounded once, after the sum.</remarks>
public sealed record SuperSample : IVideoEffect
{
    /// <param name="reach">Seconds before and after, at which the first and the last picture are taken.</param>
    /// <param name="pictures">How many are taken, 2 to 256.</param>
    public SuperSample(double reach, int pictures) => (Reach, Pictures) = (reach, pictures);

    /// <summary>Seconds before and after, at which the first and the last picture are taken.</summary>
    public double Reach { get; init => field = Require.Positive(value); }

    /// <summary>How many are taken, 2 to 256.</summary>
    public int Pictures
    {
        get;
        init => field = value <= 256 ? Require.AtLeast(2, value)
            : throw new ArgumentOutOfRangeException(nameof(value), value, "256 pictures at most make one.");
    }

    /// <inheritdoc/>
    public VideoClip Apply(VideoClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        return new DerivedClip(clip, Render) { Opaque = clip.IsOpaque };
    }

    private void Render(VideoClip source, double t, Frame target)
    {
        ushort[] kept = ArrayPool<ushort>.Shared.Rent(target.Pixels.Length);
        try
        {
            Span<ushort> sums = kept.AsSpan(0, target.Pixels.Length);
            sums.Clear();
            for (int n = 0; n < Pictures; n++)
            {
                double time = t + Reach * (2.0 * n / (Pictures - 1) - 1);
                source.Render(Math.Clamp(time, 0, RetimedClip.LastTime(source)), target);
                Add(target.Pixels, sums);
            }

            Divide(sums, (uint)Pictures, target.Pixels);
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(kept);
        }
    }

    private static void Add(ReadOnlySpan<byte> pixels, Span<ushort> sums)
    {
        int lanes = Vector<byte>.Count, i = 0;
        for (; i <= pixels.Length - lanes; i += lanes)
        {
            Vector.Widen(new Vector<byte>(pixels[i..]), out Vector<ushort> low, out Vector<ushort> high);
            (new Vector<ushort>(sums[i..]) + low).CopyTo(sums[i..]);
            (new Vector<ushort>(sums[(i + lanes / 2)..]) + high).CopyTo(sums[(i + lanes / 2)..]);
        }

        for (; i < pixels.Length; i++)
            sums[i] += pixels[i];
    }

    // x / n as a product with ⌈2³² / n⌉: exact for 16 bits.
    private static void Divide(ReadOnlySpan<ushort> sums, uint count, Span<byte> pixels)
    {
        ulong reciprocal = ((1ul << 32) + count - 1) / count;
        for (int i = 0; i < sums.Length; i++)
            pixels[i] = (byte)((sums[i] + count / 2) * reciprocal >> 32);
    }
}
