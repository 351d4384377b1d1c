using System.Numerics;

namespace Cymatic.Imaging;

/// <summary>Changes of a frame's colours in place. Alpha stays, except where a method says otherwise.</summary>
public static class FrameAdjustments
{
    /// <summary>Looks up every channel's straight value in a curve.</summary>
    public static void Apply(this Frame frame, ToneCurve curve)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(curve);
        for (int y = 0; y < frame.Height; y++)
            ToneRow.Apply(curve, frame.PixelRow(y));
    }

    /// <summary>Mixes red, green and blue by a matrix.</summary>
    public static void Apply(this Frame frame, ColorMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(matrix);
        for (int y = 0; y < frame.Height; y++)
            ColorMatrixRow.Apply(matrix, frame.PixelRow(y));
    }

    /// <summary>Makes every pixel grey (MoviePy's BlackAndWhite, rounded where MoviePy cuts off).</summary>
    public static void Desaturate(this Frame frame, LumaWeights weights)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var row = new LumaRow(weights);
        for (int y = 0; y < frame.Height; y++)
            row.Desaturate(frame.PixelRow(y));
    }

    /// <summary>Multiplies colour and alpha: the whole picture becomes more transparent.</summary>
    /// <param name="frame">The picture, which changes.</param>
    /// <param name="opacity">0 (nothing is left) to 1 (nothing changes), rounded to 1/255.</param>
    /// <exception cref="ArgumentOutOfRangeException">An opacity outside 0 … 1.</exception>
    public static void Fade(this Frame frame, double opacity)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Share(opacity, nameof(opacity));
        uint weight = (uint)Math.Round(opacity * 255);
        if (weight == 255)
            return;
        var factor = new Vector<ushort>((ushort)weight);
        for (int y = 0; y < frame.Height; y++)
        {
            Span<uint> row = frame.PixelRow(y);
            int lanes = Vector<uint>.Count, i = 0;
            for (; i <= row.Length - lanes; i += lanes)
                PixelLanes.Scale(new Vector<uint>(row[i..]), factor).CopyTo(row[i..]);
            for (; i < row.Length; i++)
                row[i] = PixelLanes.Scale(row[i], weight);
        }
    }

    /// <summary>Mixes every pixel with a colour, which gets the pixel's alpha: what is transparent stays so.</summary>
    /// <param name="frame">The picture, which changes.</param>
    /// <param name="color">The colour to fade to.</param>
    /// <param name="amount">0 (nothing changes) to 1 (all is the colour), rounded to 1/256.</param>
    /// <exception cref="ArgumentOutOfRangeException">An amount outside 0 … 1.</exception>
    public static void FadeTo(this Frame frame, Color color, double amount)
    {
        ArgumentNullException.ThrowIfNull(frame);
        Share(amount, nameof(amount));
        uint weight = (uint)Math.Round(amount * 256), argb = color.ToPremultipliedArgb();
        if (weight == 0)
            return;
        var factor = new Vector<ushort>((ushort)weight);
        var one = new Vector<uint>(argb);
        for (int y = 0; y < frame.Height; y++)
        {
            Span<uint> row = frame.PixelRow(y);
            int lanes = Vector<uint>.Count, i = 0;
            for (; i <= row.Length - lanes; i += lanes)
            {
                var pixels = new Vector<uint>(row[i..]);
                PixelLanes.Mix(pixels, PixelLanes.Scale(one, PixelLanes.Alpha(pixels)), factor).CopyTo(row[i..]);
            }

            for (; i < row.Length; i++)
                row[i] = PixelLanes.Mix(row[i], PixelLanes.Scale(argb, row[i] >> 24), weight);
        }
    }

    private static void Share(double value, string name)
    {
        if (value is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, value, "It must lie between 0 and 1.");
    }
}
