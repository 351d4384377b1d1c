namespace Cymatic.Imaging;

/// <summary>Masks of frames, and frames of masks.</summary>
public static class FrameMasks
{
    /// <summary>Writes every pixel's alpha.</summary>
    /// <exception cref="ArgumentException">A mask of another size.</exception>
    public static void AlphaTo(this Frame frame, Plane<byte> mask)
    {
        SameSize.Check(frame, mask);
        for (int y = 0; y < frame.Height; y++)
        {
            ReadOnlySpan<uint> pixels = frame.PixelRow(y);
            Span<byte> row = mask.Row(y);
            for (int x = 0; x < row.Length; x++)
                row[x] = (byte)(pixels[x] >> 24);
        }
    }

    /// <summary>Writes every pixel's grey value, as it looks over black.</summary>
    /// <exception cref="ArgumentException">A mask of another size.</exception>
    public static void LumaTo(this Frame frame, Plane<byte> mask, LumaWeights weights)
    {
        SameSize.Check(frame, mask);
        var luma = new LumaRow(weights);
        for (int y = 0; y < frame.Height; y++)
            luma.ToBytes(frame.PixelRow(y), mask.Row(y));
    }

    /// <summary>Writes every pixel's grey value of 0 … 1, as it looks over black (rgb2gray of scikit-image by its weights).</summary>
    /// <exception cref="ArgumentException">A plane of another size.</exception>
    public static void LumaTo(this Frame frame, Plane<float> grey, LumaWeights weights)
    {
        SameSize.Check(frame, grey);
        var luma = new LumaRow(weights);
        for (int y = 0; y < frame.Height; y++)
            luma.ToFloats(frame.PixelRow(y), grey.Row(y));
    }

    /// <summary>Shows a mask or grey bytes as an opaque grey picture.</summary>
    /// <exception cref="ArgumentException">A frame of another size.</exception>
    public static void ShowOn(this Plane<byte> grey, Frame frame)
    {
        SameSize.Check(grey, frame);
        for (int y = 0; y < frame.Height; y++)
            GreyRow.Show(grey.Row(y), frame.PixelRow(y));
    }

    /// <summary>Shows grey values of 0 … 1 as an opaque grey picture; what lies outside is limited, NaN is black.</summary>
    /// <exception cref="ArgumentException">A frame of another size.</exception>
    public static void ShowOn(this Plane<float> grey, Frame frame)
    {
        SameSize.Check(grey, frame);
        for (int y = 0; y < frame.Height; y++)
            GreyRow.Show(grey.Row(y), frame.PixelRow(y));
    }

    /// <summary>Multiplies colour and alpha of every pixel by a mask: 0 hides, 255 leaves as it is.</summary>
    /// <exception cref="ArgumentException">A mask of another size.</exception>
    public static void MultiplyBy(this Frame frame, Plane<byte> mask)
    {
        SameSize.Check(frame, mask);
        for (int y = 0; y < frame.Height; y++)
            MaskedRow.Multiply(frame.PixelRow(y), mask.Row(y), frame.PixelRow(y));
    }

    /// <summary>Makes a mask every pixel's alpha, whatever it was; straight colours stay, those of transparent pixels are black.</summary>
    /// <exception cref="ArgumentException">A mask of another size.</exception>
    public static void SetAlpha(this Frame frame, Plane<byte> mask)
    {
        SameSize.Check(frame, mask);
        for (int y = 0; y < frame.Height; y++)
        {
            Opaque(frame.PixelRow(y));
            MaskedRow.Multiply(frame.PixelRow(y), mask.Row(y), frame.PixelRow(y));
        }
    }

    private static void Opaque(Span<uint> pixels)
    {
        foreach (ref uint pixel in pixels)
        {
            uint alpha = pixel >> 24;
            if (alpha == 255)
                continue;
            uint red = PixelLanes.Straight((pixel >> 16) & 255, alpha), green = PixelLanes.Straight((pixel >> 8) & 255, alpha);
            pixel = 0xFF000000 | (red << 16) | (green << 8) | PixelLanes.Straight(pixel & 255, alpha);
        }
    }
}
