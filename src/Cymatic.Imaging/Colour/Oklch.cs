namespace Cymatic.Imaging;

/// <summary>OKLab in polar coordinates.</summary>
/// <param name="L">Lightness, 0 to 1.</param>
/// <param name="C">Chroma: 0 is grey, sRGB reaches 0.1 to 0.32 by hue and lightness.</param>
/// <param name="HueDegrees">Hue: about 29 is red, 110 yellow, 142 green, 264 blue, 328 magenta.</param>
public readonly record struct Oklch(double L, double C, double HueDegrees)
{
    /// <summary>The OKLCH coordinates of an sRGB colour; alpha is left out. Hue lies in 0 … 360.</summary>
    public static Oklch From(Color color)
    {
        Oklab lab = Oklab.From(color);
        double hue = double.RadiansToDegrees(Math.Atan2(lab.B, lab.A));
        return new(lab.L, Math.Sqrt(lab.A * lab.A + lab.B * lab.B), hue < 0 ? hue + 360 : hue);
    }

    /// <summary>The same colour in OKLab.</summary>
    public Oklab ToOklab()
    {
        double radians = double.DegreesToRadians(HueDegrees);
        return new(L, C * Math.Cos(radians), C * Math.Sin(radians));
    }

    /// <summary>The sRGB colour of this lightness and hue whose chroma is as near to <see cref="C"/> as sRGB allows.</summary>
    public Color ToColor()
    {
        if (ToOklab().IsInGamut)
            return ToOklab().ToColor();
        double inside = 0, outside = C;
        for (int step = 0; step < 30; step++)
        {
            double middle = (inside + outside) / 2;
            if ((this with { C = middle }).ToOklab().IsInGamut)
                inside = middle;
            else
                outside = middle;
        }

        return (this with { C = inside }).ToOklab().ToColor();
    }
}
