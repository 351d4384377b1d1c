using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Cymatic.Imaging;

/// <summary>
/// Makes one colour transparent. With d the distance of a straight colour from it (Euclidean, channels of 0 … 255), what stays is
/// d^stiffness / (threshold^stiffness + d^stiffness); a threshold of 0 hides exactly that colour. Immutable.
/// </summary>
/// <remarks>The Hill function of MoviePy's MaskColor, rounded to 8 bits.</remarks>
public sealed class ColorKey
{
    private const int LargestSquare = 3 * 255 * 255;

    private readonly uint _argb;
    private readonly byte[] _opacities = new byte[LargestSquare + 1];

    /// <summary>A key.</summary>
    /// <param name="color">What becomes transparent; its alpha does not matter.</param>
    /// <param name="threshold">The distance that becomes half transparent, 0 or more.</param>
    /// <param name="stiffness">How steep it is there, more than 0.</param>
    public ColorKey(Color color, double threshold = 0, double stiffness = 1)
    {
        if (!(threshold >= 0 && double.IsFinite(threshold)))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "The threshold must be 0 or more.");
        if (!(stiffness > 0 && double.IsFinite(stiffness)))
            throw new ArgumentOutOfRangeException(nameof(stiffness), stiffness, "The stiffness must be more than 0.");
        _argb = color.WithAlpha(1).ToPremultipliedArgb();
        Fill(threshold, stiffness);
    }

    /// <summary>Writes what stays of every pixel: 0 hides, 255 shows. Transparent pixels count as black.</summary>
    /// <exception cref="ArgumentException">A mask of another size.</exception>
    public void MaskOf(Frame frame, Plane<byte> mask)
    {
        SameSize.Check(frame, mask);
        for (int y = 0; y < frame.Height; y++)
            Opacities(frame.PixelRow(y), mask.Row(y));
    }

    /// <summary>Makes the colour transparent in a frame.</summary>
    public void Apply(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        byte[] stays = ArrayPool<byte>.Shared.Rent(frame.Width);
        for (int y = 0; y < frame.Height; y++)
        {
            Span<uint> pixels = frame.PixelRow(y);
            Span<byte> row = stays.AsSpan(0, frame.Width);
            Opacities(pixels, row);
            MaskedRow.Multiply(pixels, row, pixels);
        }

        ArrayPool<byte>.Shared.Return(stays);
    }

    private void Opacities(ReadOnlySpan<uint> pixels, Span<byte> opacities)
    {
        int lanes = Vector<uint>.Count, i = 0;
        Span<int> distances = stackalloc int[lanes];
        for (; i <= pixels.Length - lanes; i += lanes)
        {
            var next = new Vector<uint>(pixels[i..]);
            if (Vector.EqualsAll(next >>> 24, new Vector<uint>(255)))
            {
                Distance(next).CopyTo(distances);
                for (int k = 0; k < distances.Length; k++)
                    opacities[i + k] = _opacities[distances[k]];
            }
            else
            {
                for (int k = i; k < i + lanes; k++)
                    opacities[k] = _opacities[Distance(pixels[k])];
            }
        }

        for (; i < pixels.Length; i++)
            opacities[i] = _opacities[Distance(pixels[i])];
    }

    // Opacity rises with distance: each of its 255 steps begins at one distance, so that no power is needed for the other 194,821.
    private void Fill(double threshold, double stiffness)
    {
        int start = 0;
        for (int opacity = 0; opacity < 255; opacity++)
        {
            double share = (opacity + 0.5) / 255, distance = threshold * Math.Pow(share / (1 - share), 1 / stiffness);
            int end = threshold == 0 ? 1 : (int)Math.Clamp(Math.Ceiling(distance * distance), start, LargestSquare + 1);
            _opacities.AsSpan(start, Math.Max(0, end - start)).Fill((byte)opacity);
            start = end;
            if (threshold == 0)
                break;
        }

        _opacities.AsSpan(start).Fill(255);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<int> Distance(Vector<uint> pixels)
    {
        Vector<int> red = Part(pixels, 16) - new Vector<int>((int)(_argb >> 16) & 255);
        Vector<int> green = Part(pixels, 8) - new Vector<int>((int)(_argb >> 8) & 255);
        Vector<int> blue = Part(pixels, 0) - new Vector<int>((int)_argb & 255);
        return (red * red) + (green * green) + (blue * blue);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Part(Vector<uint> pixels, int shift) => Vector.AsVectorInt32((pixels >>> shift) & new Vector<uint>(255));

    private int Distance(uint pixel)
    {
        uint alpha = pixel >> 24;
        int red = (int)PixelLanes.Straight((pixel >> 16) & 255, alpha) - (int)((_argb >> 16) & 255);
        int green = (int)PixelLanes.Straight((pixel >> 8) & 255, alpha) - (int)((_argb >> 8) & 255);
        int blue = (int)PixelLanes.Straight(pixel & 255, alpha) - (int)(_argb & 255);
        return (red * red) + (green * green) + (blue * blue);
    }
}
